package app.parley.profile;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that tell a lost connection from an error of ours. When PostgreSQL stops answering in the midst of one,
 * its end fails as well; Hibernate reports that as it reports any oddity, and callers would not learn that they may try
 * again.
 */
@Component("transactionManager")
class StoreTransactions extends JpaTransactionManager {

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        end(() -> super.doCommit(status));
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        end(() -> super.doRollback(status));
    }

    private static void end(Runnable end) {
        try {
            end.run();
        } catch (JpaSystemException e) {
            throw new DataAccessResourceFailureException("The transaction's connection is lost", e);
        }
    }
}
