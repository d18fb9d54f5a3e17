/** What an investigation asks the trail's log group, as data. */
export { queryText, RECENT_CHANGES, SAVED_QUERIES, type SavedQuery } from "./queries";
