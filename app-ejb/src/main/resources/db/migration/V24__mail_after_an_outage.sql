-- What is urgent is sent first.
drop index mail_waiting;
create index mail_waiting on mail (urgent desc, not_before, id) where state = 'WAITING';
