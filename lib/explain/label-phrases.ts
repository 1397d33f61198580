const COUNT = "(?:2|3|4|two|three|four|zwei|drei|vier)";

/** Spans of time and places in a row that labels speak of; their numbers are names, not figures. */
export const COUNTED = new RegExp(
  `\\b(?:(?:last|letzten) ${COUNT} (?:complete |vollen )?(?:months|monate)|${COUNT} (?:complete )?(?:months|monate) (?:before|earlier|davor|zuvor)|class [ABC]\\b|${COUNT} months running)`,
  "gi",
);
