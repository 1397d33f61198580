declare const brand: unique symbol;

/** A primitive that carries its meaning in the type: `Brand<string, "CellId">` is not any string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
