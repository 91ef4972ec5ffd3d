-- What happened to each case: an append-only chain of entries, and beside it the texts that can be erased.
-- The recipe of the hashes is in docs/decisions/0004-one-hash-chain-per-case.md.

create table history_entry
(
    subject       text           not null,
    seq           int            not null,
    type          text           not null check (type <> ''),
    at            timestamptz(6) not null,
    actor         text           not null check (actor <> ''),
    on_behalf_of  text,
    payload       text           not null check (payload is json object),
    previous_hash text           not null,
    hash          text           not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (subject, seq)
);

comment on column history_entry.payload is 'the canonical JSON that was hashed, without any free text';

-- Erased means that content and salt are gone: a salt that stayed would let a guess be confirmed.
create table history_text
(
    subject text not null,
    id      uuid not null,
    salt    bytea check (octet_length(salt) = 32),
    content text,
    primary key (subject, id),
    check ((salt is null) = (content is null))
);

-- How far each chain has come; its row is the lock of whoever appends.
create table history_head
(
    subject text primary key,
    seq     int  not null check (seq >= 0),
    hash    text not null check (hash ~ '^[0-9a-f]{64}$')
);

create function history_refuses() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    raise exception '% refuses %: history is append-only', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end
$$;

create trigger history_entry_is_append_only
    before update or delete or truncate on history_entry
    for each statement execute function history_refuses();

create trigger history_text_stays
    before delete or truncate on history_text
    for each statement execute function history_refuses();

create trigger history_head_stays
    before delete or truncate on history_head
    for each statement execute function history_refuses();

create function history_entry_continues() returns trigger
    language plpgsql
    set search_path from current as
$$
declare
    last_seq  int;
    last_hash text;
begin
    select seq, hash into last_seq, last_hash
    from ${flyway:defaultSchema}.history_entry
    where subject = new.subject
    order by seq desc
    limit 1;
    if new.seq <> coalesce(last_seq, 0) + 1 or new.previous_hash <> coalesce(last_hash, repeat('0', 64)) then
        raise exception 'entry % of % does not continue the chain after entry %',
            new.seq, new.subject, coalesce(last_seq, 0)
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger history_entry_continues
    before insert on history_entry
    for each row execute function history_entry_continues();

create function history_text_is_only_erased() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if new.subject <> old.subject or new.id <> old.id or new.content is not null or new.salt is not null then
        raise exception 'a text of % can be erased, not changed', old.subject
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger history_text_is_only_erased
    before update on history_text
    for each row execute function history_text_is_only_erased();

create function history_head_moves_forward() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if tg_op = 'INSERT' then
        if new.seq <> 0 or new.hash <> repeat('0', 64) then
            raise exception 'the chain of % begins with nothing', new.subject
                using errcode = 'integrity_constraint_violation';
        end if;
        return new;
    end if;
    if new.subject = old.subject and new.seq = old.seq and new.hash = old.hash then
        return new;
    end if;
    if new.subject <> old.subject or new.seq <= old.seq or not exists
        (select from ${flyway:defaultSchema}.history_entry e
         where e.subject = new.subject and e.seq = new.seq and e.hash = new.hash)
    then
        raise exception 'the head of % moves only forward, to an entry that is there', old.subject
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger history_head_moves_forward
    before insert or update on history_head
    for each row execute function history_head_moves_forward();
