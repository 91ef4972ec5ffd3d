package se.mandat.web.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import se.mandat.organisation.DirectoryProblems;
import se.mandat.web.platform.StewardRow;

/** What is to be put right in the identity provider, on the stewards' front page. */
@ApplicationScoped
public class DirectoryRow implements StewardRow {

    @Inject
    private DirectoryProblems problems;

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public String address() {
        return "/organisation";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(problems.list().size());
    }
}
