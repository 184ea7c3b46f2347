// Package likeness finds texts that say nearly the same (内容雷同), after figures, years and names are masked: shingles, MinHash bands
// for an index, and the passages that two texts share.
package likeness
