-- What happens next to an open obligation unless its debtor acts, and when: a reminder, the due time, the move to the
-- manager, or that it is told of again as broken.
alter table obligation
    add column next       text,
    add column next_at    timestamptz,
    add column debtors    int not null default 1,
    add column tries      int not null default 0,
    add column held_until timestamptz;

update obligation
set next    = case when remind_at > current_timestamp and remind_at < due_at then 'REMIND' else 'DUE' end,
    next_at = case when remind_at > current_timestamp and remind_at < due_at then remind_at else due_at end
where state = 'OPEN';

-- Nothing that is open waits for ever.
alter table obligation
    add constraint something_is_next check (state <> 'OPEN' or next is not null and next_at is not null),
    add constraint next_is_known check (next in ('REMIND', 'DUE', 'MOVE', 'REPEAT'));

create index obligation_due_next on obligation (next_at, id) where state = 'OPEN';
create index obligation_broken on obligation (due_at, id) where state = 'OPEN' and next = 'REPEAT';

-- The rungs that an obligation has climbed.
create table escalation
(
    id         uuid primary key,
    obligation uuid        not null references obligation,
    rung       int         not null check (rung > 0),
    from_      text        not null,
    to_        text        not null,
    planned_at timestamptz not null,
    at         timestamptz not null check (at >= planned_at),
    unique (obligation, rung)
);
