package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.mandat.launcher.WireTransaction;

class ListsAskNoEngineIT extends BrowserTest {

    @Test
    void thePagesToDoAndCasesAreReadFromOurOwnTables() {
        Page page = logIn(open(Screen.DESKTOP, "sv"), "karin", "/");

        List<WireTransaction> heard = system.hear(() -> {
            page.navigate(system.at("/").toString());
            page.navigate(system.at("/cases").toString());
        });

        assertThat(heard)
                .anyMatch(transaction -> transaction.mentions("from obligation"))
                .anyMatch(transaction -> transaction.mentions("from case_"))
                .noneMatch(transaction -> transaction.mentions("camunda."));
    }
}
