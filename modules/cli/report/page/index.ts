/** The report as one page that needs nothing beside it: a component a file, and what it looks like in `style.css`. */
export { reportPage } from "./document";
