package violations.mandat.cases;

import java.io.IOException;
import java.io.Reader;

public class Closes {
    public int first(Reader given, Runnable afterwards) {
        try (Reader reader = given) {
            return reader.read();
        } catch (IOException e) {
            return -1;
        } finally {
            afterwards.run();
        }
    }
}
