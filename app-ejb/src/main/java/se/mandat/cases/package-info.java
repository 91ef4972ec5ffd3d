/**
 * One thing to be made better for customers, from the customer's words to an effect that somebody else has seen.
 *
 * <ul>
 *   <li>What a case is: {@link Case} with its parts ({@link Voices}, {@link Decisions}, {@link Ownership},
 *       {@link Work}, {@link Matters}) and what happens to it ({@link CaseEvent}); a {@link Draft} is none yet.
 *   <li>What people do with it: a class for each command, from {@link RaiseCase} to {@link AcknowledgeOutcome}. Those on
 *       a case begin and end at {@link CaseDesk}; {@link CaseRights} says who may.
 *   <li>Who owes what: {@link OpenObligation}, {@link Debtors}, {@link MoveDebt}, {@link Beside},
 *       {@link StandInForAbsent}.
 *   <li>What happens by itself: the keepers look ({@link KeepDeadlines}, {@link KeepStandIns}, {@link KeepDueTimes}),
 *       {@link MeetDeadline} lets it happen, and {@link PriceOfSilence} says what that is.
 *   <li>What is read: {@link ViewCase}, {@link ListCases}, {@link ListObligations}; {@link Readable} says by whom.
 *   <li>What the engine answers: {@link CaseProcess}, {@link ProcessModels}, {@link FailedSteps},
 *       {@link ReviewIntervals}.
 * </ul>
 */
package se.mandat.cases;
