package violations.mandat.engine;

public class CatchesToRetry {
    public boolean run(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
