package violations.mandat.shared;

public interface DomainEvent {}
