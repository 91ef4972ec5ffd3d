/**
 * What must always be true, each by its number, proven on the real application and its database: commands
 * come over HTTP as people and programs send them, and what they left is looked up behind the application's back.
 *
 * <ol>
 *   <li>Somebody owes: every open case has an open obligation, and that one debtor, who may hold it, and a due time.
 *   <li>No case ends quietly: only by an effect that somebody else has seen, a rejection for good, withdrawal or merge.
 *   <li>Every debt ends once, and whatever moves or changes it before stands in the history.
 *   <li>Nothing is missed in silence: within a minute of its due time it escalates or lapses, and lists show it late.
 *   <li>All or nothing: what a command writes, wherever it writes it, is committed together.
 *   <li>Every answer of the mandate can be reproduced from the inputs and the version of the table that are kept with it.
 *   <li>Nobody decides their own proposal beyond the mandate, reviews what they did, or overdraws a ledger.
 *   <li>No deadline falls outside working time, which adds up across nights, weekends, holidays and changed clocks.
 *   <li>The history is whole: what is changed, removed, inserted or moved in it is found.
 *   <li>Once is enough: a repeated command changes nothing more, and of two who act on one version the second is told.
 *   <li>Auditors read and never write, and whoever opens a customer's personal data leaves a trace.
 *   <li>A case's stage, its leading obligation and the position of its process agree.
 * </ol>
 */
package se.mandat.invariants;
