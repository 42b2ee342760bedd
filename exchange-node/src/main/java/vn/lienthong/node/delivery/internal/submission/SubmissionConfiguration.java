package vn.lienthong.node.delivery.internal.submission;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.documents.SuiteSettings;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadStore;

/** Wires what a submission needs. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SuiteSettings.class)
class SubmissionConfiguration {

    @Bean
    SuitePolicy suitePolicy(SuiteSettings settings) {
        return new SuitePolicy(SuiteRegistry.standard(), settings);
    }

    @Bean
    SealedDispatch.Collaborators submissionCollaborators(
            PayloadStore store,
            SubmissionCommit commit,
            EvidenceBook evidenceBook,
            ShipmentSignal signal,
            CrashPoints crashPoints) {
        return new SealedDispatch.Collaborators(store, commit, evidenceBook, signal, crashPoints);
    }
}
