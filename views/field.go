package views

// FieldError is one thing that is wrong with a form. Field is the field's name, "" when it is about the form as a whole.
type FieldError struct {
	Field, Message string
}

// ErrorOf is what is wrong with one field, "" when nothing is.
func ErrorOf(errors []FieldError, field string) string {
	for _, e := range errors {
		if e.Field == field {
			return e.Message
		}
	}
	return ""
}

// Field is a labelled input; its id is its name.
type Field struct {
	Name, Label, Value string
	// Type is the input's type, text when empty.
	Type         string
	Hint, Error  string
	Autocomplete string
	// Focus puts the cursor here when the page opens.
	Focus bool
	// Rows is the height of a field for several lines, 0 for a single one.
	Rows int
}

func (f Field) inputType() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

// describedBy names the hint and the error for those who hear the page.
func (f Field) describedBy() string {
	ids := ""
	if f.Hint != "" {
		ids = f.Name + "-hint"
	}
	if f.Error != "" {
		ids += " " + f.Name + "-error"
	}
	return ids
}
