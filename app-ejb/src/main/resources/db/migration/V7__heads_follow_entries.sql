-- The database moves the head of a chain with each entry. As before, an entry must be the next one, but what it must
-- follow is now the head itself; and a command need not write the head as well, which was one of its round trips.

drop trigger history_entry_continues on history_entry;

create or replace function history_entry_continues() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    update ${flyway:defaultSchema}.history_head
    set seq = new.seq, hash = new.hash
    where subject = new.subject and seq = new.seq - 1 and hash = new.previous_hash;
    if not found then
        if new.seq <> 1 or new.previous_hash <> repeat('0', 64) then
            raise exception 'entry % of % does not continue the chain', new.seq, new.subject
                using errcode = 'integrity_constraint_violation';
        end if;
        insert into ${flyway:defaultSchema}.history_head (subject, seq, hash) values (new.subject, new.seq, new.hash);
    end if;
    return null;
end
$$;

-- After the row is there: the head moves only to an entry that exists.
create trigger history_entry_continues
    after insert on history_entry
    for each row execute function history_entry_continues();

create or replace function history_head_moves_forward() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    if tg_op = 'INSERT' then
        if new.seq = 0 and new.hash = repeat('0', 64) then
            return new;
        end if;
    elsif new.subject = old.subject and new.seq = old.seq and new.hash = old.hash then
        return new;
    elsif new.subject <> old.subject or new.seq <= old.seq then
        raise exception 'the head of % moves only forward', old.subject
            using errcode = 'restrict_violation';
    end if;
    if not exists
        (select from ${flyway:defaultSchema}.history_entry e
         where e.subject = new.subject and e.seq = new.seq and e.hash = new.hash)
    then
        raise exception 'the head of % must be an entry that is there', new.subject
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
