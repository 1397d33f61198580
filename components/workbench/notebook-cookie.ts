/** "1" when a notebook was open last: the server then draws the shape of a notebook, not the first page. Nothing else. */
export const NOTEBOOK_COOKIE = "lucid-open";
