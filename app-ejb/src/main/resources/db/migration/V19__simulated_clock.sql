-- Where the clock of a system stands that was started with a simulated one; no row where the machine's clock is the time.
create table simulated_clock
(
    one       boolean primary key default true check (one),
    stands_at timestamptz not null
);

-- What has failed and is tried again later.
create index obligation_held on obligation (held_until, id) where state = 'OPEN' and held_until is not null;

-- Why it has failed: the kind of failure only, never its words.
alter table obligation
    add column failure text;
