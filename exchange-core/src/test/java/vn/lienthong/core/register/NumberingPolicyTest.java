package vn.lienthong.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.register.NumberingPolicy.Usual;
import vn.lienthong.core.register.SymbolPattern.Symbols;

class NumberingPolicyTest {

    private static final ListedType DECISION = DocumentTypes.orUnlisted(Bloc.GOVERNMENT, "Quyết định");
    private static final ListedType LETTER = DocumentTypes.orUnlisted(Bloc.GOVERNMENT, "Công văn");
    private static final ListedType PARTY_REPORT = DocumentTypes.orUnlisted(Bloc.PARTY, "Báo cáo");
    private static final ListedType PARTY_LETTER = DocumentTypes.orUnlisted(Bloc.PARTY, "Công văn");

    @Test
    void numbersTheStateInOneSeriesWithTypeAndAgency() {
        NumberingPolicy policy = Usual.STATE_YEAR.policy();
        assertThat(policy.seriesOf(DECISION, Secrecy.ORDINARY)).isEmpty();
        assertThat(policy.seriesOf(LETTER, Secrecy.ORDINARY)).isEmpty();
        assertThat(policy.write(5, "", DECISION, new Symbols("QĐ", "UBND", "", "2026"))
                        .display())
                .isEqualTo("05/QĐ-UBND");
        assertThat(policy.write(125, "", LETTER, new Symbols("", "UBND", "VX", "2026"))
                        .display())
                .isEqualTo("125/UBND-VX");
        assertThat(policy.heading()).isEqualTo("Số: ");
    }

    @Test
    void numbersTheStatePerTypeWhenTheHeadDecidesSo() {
        NumberingPolicy policy = Usual.STATE_YEAR_TYPE.policy();
        assertThat(policy.seriesOf(DECISION, Secrecy.ORDINARY)).isEqualTo("QĐ");
        assertThat(policy.seriesOf(LETTER, Secrecy.ORDINARY)).isEqualTo("Công văn");
    }

    @Test
    void putsTheYearIntoLegalDocuments() {
        ListedType legal = DocumentTypes.find(DocumentTypes.LEGAL, "Quyết định").orElseThrow();
        NumberingPolicy policy = Usual.LEGAL_NORMATIVE.policy();
        assertThat(legal.legal()).isTrue();
        assertThat(policy.write(12, "", legal, new Symbols("QĐ", "UBND", "", "2026"))
                        .display())
                .isEqualTo("12/2026/QĐ-UBND");
        assertThat(policy.write(12, "", legal, new Symbols("QĐ", "UBND", "", "2026"))
                        .forMetadata())
                .isEqualTo(new DocumentCode("12", "2026/QĐ-UBND"));
    }

    @Test
    void numbersThePartyPerTypeAndTermWithoutColon() {
        NumberingPolicy policy = Usual.PARTY_TERM.policy();
        IssuedCode report = policy.write(5, "", PARTY_REPORT, new Symbols("BC", "ĐU", "", "2026"));
        assertThat(policy.period()).isEqualTo(PeriodRule.TERM);
        assertThat(policy.seriesOf(PARTY_REPORT, Secrecy.ORDINARY)).isEqualTo("BC");
        assertThat(policy.seriesOf(PARTY_LETTER, Secrecy.ORDINARY)).isEqualTo("CV");
        assertThat(policy.heading() + report.display()).isEqualTo("Số 05-BC/ĐU");
        assertThat(report.forMetadata()).isEqualTo(new DocumentCode("05", "BC/ĐU"));
        assertThat(policy.write(12, "", PARTY_LETTER, new Symbols("CV", "TU", "", "2026"))
                        .display())
                .isEqualTo("12-CV/TU");
    }

    @Test
    void numbersACongressInOneSeries() {
        NumberingPolicy policy = Usual.PARTY_CONGRESS.policy();
        assertThat(policy.seriesOf(PARTY_REPORT, Secrecy.ORDINARY)).isEmpty();
        assertThat(policy.seriesOf(PARTY_LETTER, Secrecy.SECRET)).isEmpty();
        assertThat(policy.period()).isEqualTo(PeriodRule.CONGRESS);
    }

    @Test
    void keepsSecretsOfTheStateApartAndThoseOfThePartyTogether() {
        assertThat(Usual.STATE_YEAR.policy().seriesOf(DECISION, Secrecy.CONFIDENTIAL))
                .isEqualTo("Mật");
        assertThat(Usual.STATE_YEAR_TYPE.policy().seriesOf(DECISION, Secrecy.SECRET))
                .isEqualTo("QĐ Mật");
        assertThat(Usual.PARTY_TERM.policy().seriesOf(PARTY_REPORT, Secrecy.TOP_SECRET))
                .isEqualTo("BC");
    }

    @Test
    void numbersWhatArrivesWithPlainIntegers() {
        IssuedCode third = Usual.INCOMING_YEAR.policy().write(3, "", DECISION, Symbols.NONE);
        assertThat(third.display()).isEqualTo("3");
        assertThat(Usual.INCOMING_YEAR
                        .policy()
                        .write(145, "a", DECISION, Symbols.NONE)
                        .display())
                .isEqualTo("145a");
    }

    @Test
    void choosesByBlocAndBook() {
        assertThat(NumberingPolicy.usualOf(Bloc.PARTY, BookKind.OUTGOING)).isEqualTo(Usual.PARTY_TERM);
        assertThat(NumberingPolicy.usualOf(Bloc.PARTY, BookKind.INCOMING)).isEqualTo(Usual.INCOMING_YEAR);
        assertThat(NumberingPolicy.usualOf(Bloc.FRONT, BookKind.OUTGOING)).isEqualTo(Usual.STATE_YEAR);
        assertThat(NumberingPolicy.usualOf(Bloc.GOVERNMENT, BookKind.OUTGOING)).isEqualTo(Usual.STATE_YEAR);
    }

    @Test
    void recognisesAPolicyThatNobodyHasChanged() {
        for (Usual usual : Usual.values()) {
            assertThat(usual.policy().usual()).contains(usual);
        }
        NumberingPolicy own = new NumberingPolicy(
                PeriodRule.YEAR,
                SeriesRule.WHOLE_BOOK,
                SecretRule.SAME_SERIES,
                new SymbolPattern("{so}/{loai}-{coquan}"),
                SymbolPattern.PLAIN,
                "Số: ");
        assertThat(own.usual()).isEmpty();
    }
}
