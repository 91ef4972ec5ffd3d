-- What is urgent is sent first.
drop index mail_waiting;
create index mail_waiting on mail (urgent desc, not_before, id) where state = 'WAITING';

-- How many tries may have got as far as the mail server, one that is under way included. Nobody can have read a mail as
-- long as that is none: what else its recipient is told goes into the same one.
alter table mail
    add column reached int not null default 0;

update mail set reached = tries;

create index mail_unreached on mail (recipient) where state = 'WAITING' and reached = 0;

-- What nobody has finished sending is another matter than what could not be written.
alter table mail
    drop constraint mail_trouble_check,
    add constraint mail_trouble_check
        check (trouble in ('UNREACHABLE', 'NOT_TAKEN', 'NO_SUCH_ADDRESS', 'UNWRITABLE', 'CUT_SHORT'));
