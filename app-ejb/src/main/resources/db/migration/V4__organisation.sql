-- The organisation as the identity provider last told it. Nothing is ever deleted here, since cases name people and
-- units for good: who has left and what was dissolved become inactive.
create table unit (
    path    text    primary key check (path <> ''),
    name    text    not null,
    parent  text    references unit (path) deferrable initially deferred,
    manager text,   -- as written in the identity provider; may name nobody, which the steward is told
    on_call text,
    active  boolean not null
);

create table person (
    username text    primary key check (username <> ''),
    name     text    not null,
    units    text[]  not null, -- in order; those with none or several have no unit
    unit     text    generated always as (case when cardinality(units) = 1 then units[1] end) stored,
    roles    text[]  not null,
    active   boolean not null
);

create index person_unit on person (unit);

-- One row. A reading takes a ticket before it asks the identity provider and shows it when it writes: what was asked
-- for earlier is never written over what was asked for later, whichever node is faster.
create table directory_reading (
    id        smallint    primary key default 1 check (id = 1),
    version   bigint      not null,    -- grows when something was different
    read_at   timestamptz,             -- when the last reading was written, by the database's own clock
    deputy    text,                    -- as written on the root
    ticket    bigint      not null,    -- the last one taken
    taken_at  timestamptz,             -- when
    written   bigint      not null     -- the ticket of what stands in unit and person
);

insert into directory_reading (version, ticket, written) values (0, 0, 0);

-- For a table of debts with the columns debtor and state: an open debt stands on somebody active who is no auditor.
-- The person is locked against change, so that a reading by which they leave, and a command that gives them a debt,
-- come one after the other: either the command fails here, or the reading finds the debt and moves it.
create function assert_may_hold_debt() returns trigger
    language plpgsql
    set search_path from current as
$$
declare
    debtor record;
begin
    if new.state = 'OPEN' then
        select active, 'AUDITOR' = any (roles) as auditor
          into debtor
          from mandat.person
         where username = new.debtor
           for share;
        if not found or not debtor.active or debtor.auditor then
            raise exception using
                errcode = 'MD001',
                message = 'an open debt must stand on somebody active who is no auditor';
        end if;
    end if;
    return new;
end
$$;
