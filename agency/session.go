package agency

import "time"

// Session is what a browser's cookie stands for, as it is kept. MemberID is 0 before the sign-in.
type Session struct {
	MemberID          int64
	Data              []byte
	CreatedAt, SeenAt time.Time
}

// ParkedPost is a form that a member sent after the session had run out. It waits until they have signed in again and decide.
type ParkedPost struct {
	ID, ReportID int64
	// Section is where in the report it was going: sections/requests, return.
	Section string
	// Body holds its fields as they were sent, without the token.
	Body     []byte
	ParkedAt time.Time
}
