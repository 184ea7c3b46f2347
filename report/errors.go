package report

import (
	"errors"
	"fmt"
)

// Code says what kind of trouble an Error is; handlers map it to an HTTP status, commands to an exit status.
type Code string

const (
	Invalid         Code = "invalid"         // rules broken; 422
	NotFound        Code = "not_found"       // not there, or not for this member to know of; 404
	Forbidden       Code = "forbidden"       // not allowed; 403
	Stale           Code = "stale"           // the state changed meanwhile; 409
	TooLarge        Code = "too_large"       // beyond a limit; 413
	Unauthenticated Code = "unauthenticated" // nobody is signed in; 401
	NotBuilt        Code = "not_built"       // asked for something that this release cannot do yet; 501
	Internal        Code = "internal"        // everything else; 500
)

// Error has two sides: Message is one plain Chinese sentence for the person, Err the cause for the log.
type Error struct {
	Code    Code
	Message string
	Err     error
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.Err)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Message)
}

func (e *Error) Unwrap() error { return e.Err }

// Errorf returns an Error with a Chinese sentence and no cause.
func Errorf(code Code, format string, args ...any) error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Wrap returns an Error with a Chinese sentence over its cause.
func Wrap(code Code, err error, message string) error {
	return &Error{Code: code, Message: message, Err: err}
}

// ErrorCode is the code of the first Error in err's chain, Internal when there is none, "" for nil.
func ErrorCode(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return Internal
}

// ErrorMessage is the sentence that a person may see. An unknown error gives a general one.
func ErrorMessage(err error) string {
	if e, ok := errors.AsType[*Error](err); ok && e.Code != Internal {
		return e.Message
	}
	return "系统出了问题，刚才的操作没有完成。请稍后再试；仍不行请把页面上的编号告诉管理员。"
}
