-- What customers are promised in public, and what follows when a promise is broken. A promise is given and withdrawn,
-- never reworded and never gone: cases say which one they are a breach of.
create sequence promise_number;

create table promise
(
    id           text primary key check (id ~ '^L-\d+$'),
    text         text        not null check (char_length(text) between 1 and 500),
    consequence  text        not null check (char_length(consequence) between 1 and 500),
    unit_path    text        not null check (unit_path <> ''),
    given_by     text        not null,
    given_at     timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    constraint somebody_withdraws check ((withdrawn_by is null) = (withdrawn_at is null))
);

create function promises_stay() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null
        or (new.id, new.text, new.consequence, new.unit_path, new.given_by, new.given_at)
            is distinct from (old.id, old.text, old.consequence, old.unit_path, old.given_by, old.given_at) then
        raise exception 'The promise % stays as it was given', old.id using errcode = 'MD007';
    end if;
    return new;
end
$$;

create trigger promises_stay
    before update or delete
    on promise
    for each row
execute function promises_stay();

-- A case may be a breach of a promise, in the words of the time when it was raised.
alter table case_
    add column breach_of          text references promise,
    add column breach_promised    text,
    add column breach_consequence text,
    add constraint a_breach_is_whole check ((breach_of is null) = (breach_promised is null)
        and (breach_of is null) = (breach_consequence is null));

create index case_by_breach on case_ (breach_of, raised_at desc) where breach_of is not null;

create function breaches_stay() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    raise exception 'Whether % is a breach of a promise stays as it was raised', old.number using errcode = 'MD007';
end
$$;

create trigger breaches_stay
    before update of breach_of, breach_promised, breach_consequence
    on case_
    for each row
    when ((old.breach_of, old.breach_promised, old.breach_consequence)
        is distinct from (new.breach_of, new.breach_promised, new.breach_consequence))
execute function breaches_stay();

alter table draft
    add column promise text references promise;
