-- All that a person owes or has owed, the API's list when no state is asked for. The index on open obligations cannot
-- serve it, and without this one a million rows were read and sorted for a page of fifty.
create index obligation_of_debtor on obligation (debtor, due_at, id);
