package violations.mandat.web.cases;

public class Swallows {
    public boolean exception(AutoCloseable resource) {
        try {
            resource.close();
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
