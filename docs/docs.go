// Package docs embeds what the program serves of its documentation.
package docs

import _ "embed"

// ReportSchema is the JSON Schema of Report JSON.
//
//go:embed report.schema.json
var ReportSchema []byte
