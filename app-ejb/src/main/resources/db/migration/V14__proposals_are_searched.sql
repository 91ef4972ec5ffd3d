-- The words of proposals are found as those of customers are: by an index.
create index case_proposal_search on case_ using gin (to_tsvector('swedish', proposal)) where proposal is not null;
