package vn.lienthong.core.party;

/** The six blocs (khối) of the political system that exchange documents. */
public enum Bloc {
    /** Party committees and agencies. */
    PARTY("Đảng", "Party"),
    /** Government, ministries, people's committees. */
    GOVERNMENT("Chính phủ", "Government"),
    /** Fatherland Front and socio-political organisations. */
    FRONT("Mặt trận Tổ quốc", "Fatherland Front"),
    /** National Assembly and people's councils. */
    ASSEMBLY("Quốc hội và Hội đồng nhân dân", "Assembly"),
    /** People's courts. */
    COURT("Tòa án nhân dân", "Courts"),
    /** People's procuracies. */
    PROCURACY("Viện kiểm sát nhân dân", "Procuracies");

    private final String vietnamese;
    private final String english;

    Bloc(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Returns the name shown to Vietnamese readers. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Returns the name shown to English readers. */
    public String english() {
        return english;
    }
}
