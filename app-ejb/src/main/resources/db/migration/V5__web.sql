-- What the nodes that serve pages and calls share.

-- Keys that every node signs with.
create table web_secret
(
    name    text primary key,
    value   bytea not null check (length(value) >= 32)
);

-- Log-ins that the identity provider has ended: 'sid:' and the log-in, or 'sub:' and the person whose every log-in it was.
-- By the database's clock, as tokens have real times whatever clock the system follows.
create table revoked_session
(
    id         text primary key check (id ~ '^(sid|sub):.+'),
    revoked_at timestamptz not null
);
create index revoked_session_age on revoked_session (revoked_at);

-- The first answer to a command that was sent with a key. Written in the command's own transaction, so it is there
-- exactly when the command was carried out.
create table once
(
    username    text        not null,
    path        text        not null,
    key         text        not null check (length(key) between 1 and 200),
    fingerprint bytea       not null,
    at          timestamptz not null,
    status      int,
    headers     jsonb,
    body        bytea,
    primary key (username, path, key)
);
create index once_age on once (at);
