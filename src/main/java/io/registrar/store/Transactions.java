package io.registrar.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** One transaction for one call on the store; a database that is away is told from a mistake of ours. */
@ApplicationScoped
class Transactions {

    private final DatabaseOutage outage;

    Transactions(DatabaseOutage outage) {
        this.outage = outage;
    }

    <T> T run(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (RuntimeException failure) {
            throw outage.explain(failure);
        }
    }
}
