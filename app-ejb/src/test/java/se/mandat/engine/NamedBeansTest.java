package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedBeansTest {

    private static final Object REFERENCE = new Object();

    @Test
    void givesTheBeanThatAModelNames() {
        NamedBeans beans = new NamedBeans(beanManager(ApplicationScoped.class));

        assertThat(beans.containsKey("openObligation")).isTrue();
        assertThat(beans.get("openObligation")).isSameAs(REFERENCE);
    }

    @Test
    void knowsNothingOfOtherNames() {
        NamedBeans beans = new NamedBeans(beanManager(ApplicationScoped.class));

        assertThat(beans.containsKey("route")).isFalse();
        assertThat(beans.get("route")).isNull();
        assertThat(beans.get(42)).isNull();
        assertThat(beans.entrySet()).isEmpty();
    }

    @Test
    void refusesABeanThatNobodyWouldDestroy() {
        NamedBeans beans = new NamedBeans(beanManager(Dependent.class));

        assertThatThrownBy(() -> beans.get("openObligation"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openObligation");
    }

    /** A container with the one bean {@code openObligation} of the given scope. */
    private static BeanManager beanManager(Class<? extends Annotation> scope) {
        Bean<?> bean = proxy(Bean.class, (method, arguments) -> switch (method) {
            case "getScope" -> scope;
            case "getBeanClass" -> Object.class;
            default -> throw new UnsupportedOperationException(method);
        });
        return proxy(BeanManager.class, (method, arguments) -> switch (method) {
            case "getBeans" -> "openObligation".equals(arguments[0]) ? Set.of(bean) : Set.of();
            case "resolve" -> ((Set<?>) arguments[0]).stream().findFirst().orElse(null);
            case "createCreationalContext" -> null;
            case "getReference" -> REFERENCE;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getName().equals("hashCode")
                        ? (Object) System.identityHashCode(self)
                        : method.getName().equals("equals")
                                ? (Object) (self == arguments[0])
                                : answer.to(method.getName(), arguments)));
    }
}
