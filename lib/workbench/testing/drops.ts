import { csv } from "./open-workbench";

/** Columns that need no question. */
export const HEADER = "date,bill,product id,product,quantity,total";
export const january = csv("january.csv", HEADER, "2026-01-05,B1,T,Tea,2,20.00", "2026-01-20,B2,S,Salt,1,5.00");
export const february = csv("february.csv", HEADER, "2026-02-11,B3,T,Tea,3,30.00");
/** A table that is neither sales nor stock. */
export const colours = csv("colours.csv", "name,hue", "green,120", "red,0", "blue,240");
