package vn.lienthong.node.client.proof;

/** How much a file proves, all in all. */
public enum ProofVerdict {
    /** Everything that it claims holds, and the witnesses that the rules demand have seen every piece of evidence in the log. */
    PROVEN("CHỨNG MINH ĐƯỢC", "PROVEN"),
    /**
     * Nothing is wrong, but enough witnesses stand behind not every piece: for those there is the word of the node alone, which it
     * could still take back.
     */
    SIGNED_ONLY(
            "MỚI CÓ CHỮ KÝ CỦA NÚT, CHƯA ĐỦ BÊN LÀM CHỨNG",
            "SIGNED BY THE NODE ONLY, NOT YET SEEN BY ENOUGH WITNESSES"),
    /** Something that it claims does not hold, or there is no evidence. */
    NOT_PROVEN("KHÔNG CHỨNG MINH ĐƯỢC", "NOT PROVEN");

    private final String vietnamese;
    private final String english;

    ProofVerdict(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The verdict in capitals. */
    public String words(boolean inEnglish) {
        return inEnglish ? english : vietnamese;
    }
}
