package vn.lienthong.node.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The entities of the program over a test's own schema, without a Spring context.
 *
 * @param factory makes entity managers; close it
 * @param entities takes part in the transaction of the thread
 * @param transactions begins transactions
 */
public record TestEntities(EntityManagerFactory factory, EntityManager entities, TransactionTemplate transactions)
        implements AutoCloseable {

    /** Opens them over a migrated schema. */
    public static TestEntities over(DataSource database) {
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(database);
        bean.setPackagesToScan("vn.lienthong.node");
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        bean.setJpaPropertyMap(
                Map.of("hibernate.jdbc.time_zone", "UTC", "hibernate.timezone.default_storage", "NORMALIZE_UTC"));
        bean.afterPropertiesSet();
        EntityManagerFactory factory = Objects.requireNonNull(bean.getObject());
        return new TestEntities(
                factory,
                SharedEntityManagerCreator.createSharedEntityManager(factory),
                new TransactionTemplate(new JpaTransactionManager(factory)));
    }

    @Override
    public void close() {
        factory.close();
    }
}
