package violations.mandat.cases;

public class Swallows {
    public boolean exception(AutoCloseable resource) {
        try {
            resource.close();
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    public boolean runtimeException(Runnable work) {
        try {
            work.run();
            return true;
        } catch (IllegalStateException e) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    public boolean throwable(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Throwable e) {
            return false;
        }
    }
}
