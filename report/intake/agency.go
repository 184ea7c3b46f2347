package intake

import (
	"fmt"

	"nianbao/report"
)

// settleAgency takes the agency of the title, or the signature's where that is a fuller form of the same. Without a title that names
// one it is the signature's, that of another title on the page, that under the title, or the one that the first sentences name.
func (s *structuring) settleAgency() {
	r := s.report
	signed := plainAgency(r.Signature.Agency)
	titled := ""
	if len(s.titles) > 0 {
		titled = withoutSuffix(s.titles[0].agency)
	}
	switch {
	case titled != "" && signed != "":
		r.Agency = titled
		switch {
		case !sameAgency(titled, signed):
			s.notes = append(s.notes, report.Note{Code: NoteAgency, Near: titled + "；" + signed,
				Message: fmt.Sprintf("标题写的是“%s”，落款写的是“%s”，请核对单位名称。", titled, signed)})
		case len(fold(signed)) > len(fold(titled)):
			r.Agency = signed
		}
	case titled != "":
		r.Agency = titled
	case signed != "":
		r.Agency = signed
	default:
		for _, t := range s.titles {
			if t.agency != "" {
				r.Agency = withoutSuffix(t.agency)
				return
			}
		}
		if r.Agency = s.byline; r.Agency == "" {
			r.Agency = s.agencyInText()
		}
	}
}
