package handlers

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/views"
)

// statuses is the one table from kinds of trouble to HTTP.
var statuses = map[report.Code]int{
	report.Invalid:         http.StatusUnprocessableEntity,
	report.NotFound:        http.StatusNotFound,
	report.Forbidden:       http.StatusForbidden,
	report.Stale:           http.StatusConflict,
	report.TooLarge:        http.StatusRequestEntityTooLarge,
	report.Unauthenticated: http.StatusUnauthorized,
	report.NotBuilt:        http.StatusNotImplemented,
	report.Internal:        http.StatusInternalServerError,
}

// errorTitles head the error pages.
var errorTitles = map[int]string{
	http.StatusBadRequest:            "这个请求看不懂",
	http.StatusUnauthorized:          "请先登录",
	http.StatusForbidden:             "不能这样做",
	http.StatusNotFound:              "没有找到",
	http.StatusMethodNotAllowed:      "这个地址不能这样打开",
	http.StatusConflict:              "情况已经变了",
	http.StatusRequestEntityTooLarge: "内容太大",
	http.StatusUnprocessableEntity:   "还不能这样做",
	http.StatusInternalServerError:   "系统出了问题",
	http.StatusNotImplemented:        "这一版还没有这个功能",
}

// echoSentences stand for the errors that echo itself raises; their own texts are English.
var echoSentences = map[int]string{
	http.StatusNotFound:              "没有这个页面。地址可能打错了，或者内容已被删除。",
	http.StatusMethodNotAllowed:      "这个地址要从页面上的按钮进入。请回到上一页再操作。",
	http.StatusRequestEntityTooLarge: "发送的内容超过了 32 MB。请减小文件后再试。",
}

// errorHandler turns what went wrong into a page. The person gets the sentence and a number, the log the cause and the same number.
func (s *Server) errorHandler(err error, c echo.Context) {
	status, message := explain(err)
	s.logError(c, status, err)
	if c.Response().Committed || errors.Is(err, context.Canceled) {
		return
	}
	page := s.page(c, errorTitles[status])
	problem := views.Problem{Page: page, Heading: page.Title, Message: message, Number: page.RequestID}
	if err := s.render(c, status, views.ProblemPage(problem)); err != nil {
		s.logError(c, status, err)
	}
}

// explain finds the status and the safe sentence of an error.
func explain(err error) (int, string) {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return http.StatusRequestEntityTooLarge, echoSentences[http.StatusRequestEntityTooLarge]
	}
	if e, ok := errors.AsType[*echo.HTTPError](err); ok {
		if sentence, ok := echoSentences[e.Code]; ok {
			return e.Code, sentence
		}
		if e.Code >= 400 && e.Code < 500 {
			return http.StatusBadRequest, "浏览器发来的内容不完整。请回到上一页重试。"
		}
	}
	return statuses[report.ErrorCode(err)], report.ErrorMessage(err)
}

func (s *Server) logError(c echo.Context, status int, err error) {
	level := slog.LevelInfo
	if status >= http.StatusInternalServerError {
		level = slog.LevelError
	}
	r := c.Request()
	s.log.LogAttrs(r.Context(), level, "request failed", slog.Int("status", status), slog.String("number", requestID(r)),
		slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int64("member", current(r).member.ID), slog.Any("cause", err))
}
