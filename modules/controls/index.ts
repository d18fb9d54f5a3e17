/** What is watched: the catalogue of controls as data. */
export * from "./catalogue";
export * from "./control";
