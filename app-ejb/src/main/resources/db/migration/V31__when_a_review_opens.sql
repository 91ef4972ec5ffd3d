-- How it came about from when something can be met, so that it can be worked out anew when a closing day changes: so much
-- working time (microseconds) after a moment. What was open before keeps the time that it has.
alter table obligation
    add column opens_from  timestamptz,
    add column opens_after bigint check (opens_after >= 0),
    add constraint opens_as_reckoned check ((opens_from is null) = (opens_after is null)
        and (opens_from is null or opens_at is not null));

-- It stands on the review, which alone follows the calendar of whoever reviews.
alter table case_
    drop column review_from;
