-- What has failed is tried again later. However much waits for that, what is due now is found by its place in the index.
drop index obligation_due_next;
create index obligation_due_next on obligation (greatest(next_at, held_until), id) where state = 'OPEN';
drop index obligation_held;
