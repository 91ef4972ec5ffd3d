package se.mandat.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The beans that a model may call by their names, as the engine wants them: a map that is only read.
 *
 * <p>A dependent bean is refused. Nothing would ever destroy the one that each evaluation made.
 */
final class NamedBeans extends AbstractMap<Object, Object> {

    private final BeanManager beanManager;
    private final Map<String, Optional<Object>> found = new ConcurrentHashMap<>();

    NamedBeans(BeanManager beanManager) {
        this.beanManager = beanManager;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Object get(Object name) {
        return name instanceof String text
                ? found.computeIfAbsent(text, this::resolve).orElse(null)
                : null;
    }

    private Optional<Object> resolve(String name) {
        Bean<?> bean = beanManager.resolve(beanManager.getBeans(name));
        if (bean == null) {
            return Optional.empty();
        }
        if (bean.getScope() == Dependent.class) {
            throw new IllegalStateException("A model names the dependent bean " + name + "; give it a scope");
        }
        return Optional.of(
                beanManager.getReference(bean, bean.getBeanClass(), beanManager.createCreationalContext(bean)));
    }

    /** There is no list of them: models ask by name. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
