/** What a sheet can hold. */
const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
export const LONGEST_TEXT = 32_767;

/** Lines of a table a sheet has room for below its heads. */
export const MOST_LINES = MOST_ROWS - 1;
