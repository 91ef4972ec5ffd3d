package violations.mandat.cases;

public class OtherUseCase {
    public void handle() {}
}
