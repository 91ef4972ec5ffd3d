-- Who is away from when to when, and who stands in for them. Days are Stockholm's, both included.
create extension if not exists btree_gist;

create table absence
(
    id         uuid primary key,
    person     text        not null references person,
    first_day  date        not null,
    last_day   date        not null,
    substitute text references person, -- null: the manager stands in from the first working day
    named_by   text        not null,
    named_at   timestamptz not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    cancelled  boolean     not null default false,
    constraint it_ends_after_it_begins check (first_day <= last_day),
    constraint somebody_else_stands_in check (substitute <> person),
    constraint nobody_is_away_twice exclude using gist
        (person with =, daterange(first_day, last_day, '[]') with &&) where (not cancelled)
);

-- Who owes something for somebody absent is somebody else, and finds their way back.
alter table obligation
    add constraint held_for_somebody_else check (on_behalf_of <> debtor);

create index obligation_held_for on obligation (on_behalf_of) where state = 'OPEN' and on_behalf_of is not null;

-- The absent decider in whose place a decision was made.
alter table decision
    add column decided_for text;
