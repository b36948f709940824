/*
 * The table of words: what municipal packages and cloud services write into status, kind,
 * privileged and mfa columns. Words stand here as FOLD_WORD leaves them; a test
 * folds each.
 */
#include "words.h"

#include <string.h>

#define P (1u << RECORD_PERSON)
#define A (1u << RECORD_ACCOUNT)
#define S (1u << RECORD_SEAT)
#define D (1u << RECORD_DEVICE)
#define Q (1u << RECORD_REQUEST)

struct canonical {
    enum field field;
    uint32_t records;
    const char *name;
    uint8_t value;
};

/* What may stand under `values:`. */
static const struct canonical canonicals[] = {
    {FIELD_status, P, "active", PERSON_ACTIVE},
    {FIELD_status, P, "left", PERSON_LEFT},
    {FIELD_status, P, "leave", PERSON_LEAVE},
    {FIELD_status, A, "enabled", ACCOUNT_ENABLED},
    {FIELD_status, A, "disabled", ACCOUNT_DISABLED},
    {FIELD_status, S, "assigned", SEAT_ASSIGNED},
    {FIELD_status, S, "cancelled", SEAT_CANCELLED},
    {FIELD_status, S, "active", SEAT_ASSIGNED},
    {FIELD_status, S, "enabled", SEAT_ASSIGNED},
    {FIELD_status, S, "canceled", SEAT_CANCELLED},
    {FIELD_status, D, "in_use", DEVICE_IN_USE},
    {FIELD_status, D, "returned", DEVICE_RETURNED},
    {FIELD_kind, A, "personal", KIND_PERSONAL},
    {FIELD_kind, A, "shared", KIND_SHARED},
    {FIELD_kind, A, "service", KIND_SERVICE},
    {FIELD_kind, A, "external", KIND_EXTERNAL},
    {FIELD_kind, A, "admin", KIND_ADMIN},
    {FIELD_post_kind, P, "main", POST_MAIN},
    {FIELD_post_kind, P, "concurrent", POST_CONCURRENT},
    {FIELD_privileged, A, "yes", ANSWER_YES},
    {FIELD_privileged, A, "no", ANSWER_NO},
    {FIELD_mfa, A, "yes", ANSWER_YES},
    {FIELD_mfa, A, "no", ANSWER_NO},
    {FIELD_action, Q, "add", REQUEST_ADD},
    {FIELD_action, Q, "remove", REQUEST_REMOVE},
    {FIELD_action, Q, "change", REQUEST_CHANGE},
};

#define YES_WORDS                                                                                                                      \
    "true yes y 1 t on ○ ◯ 〇 ◎ ● ✓ ✔ ☑ √ レ はい あり 有 有り 有る ある 済 済み 該当 該当する " \
    "可 "
#define NO_WORDS                                                                                                          \
    "false no n 0 f off × ✕ ✖ ✗ ✘ ☓ x - いいえ なし 無 無し 無い ない 未 非該当 該当なし " \
    "該当しない 不可 否 none "

const struct words word_table[] = {
    {FIELD_status, P, PERSON_ACTIVE,
     "在職 在籍 在職中 在籍中 現職 勤務 勤務中 就業 就業中 通常 現役 在勤 採用 再任用 "
     "出向 出向中 派遣 派遣中 在 兼務 "
     "在職者 在籍者 有効 復職 復職済 異動 active employed current working enabled onduty "
     "currentemployee activeemployee onboarding probation secondment seconded "
     "通常勤務 現員 継続 継続任用 稼働 育短 育児短時間 育児短時間勤務 育児部分休業 部分休業 "
     "時短勤務 短時間勤務 在宅勤務 研修派遣 併任 新規採用 条件付採用 試用期間 任用 任用中 雇用中 "
     "契約中 委嘱中 復職済み 復帰 転入 昇任 在職兼務 ○ ◯ 〇 "
     /* still there until the day comes */
     "退職予定 退職予定者 退職見込 離職予定 退社予定 満了予定 任期満了予定 契約満了予定 休職予定 "
     "休業予定 育休予定 産休予定 noticeperiod onnotice undernotice servingnotice leaving retiring "
     "gardenleave gardeningleave"},
    {FIELD_status, P, PERSON_LEFT,
     "退職 退職済 退職済み 退職者 離職 離職済 離職者 退社 退社済 解雇 免職 失職 死亡 死亡退職 "
     "定年退職 自己都合退職 "
     "早期退職 普通退職 勧奨退職 任期満了 任期満了退職 契約終了 契約満了 雇用終了 転出 除籍 退 "
     "退任 離任 満了 懲戒免職 "
     "辞職 非在職 left leaver terminated former formeremployee exemployee resigned "
     "retired "
     "inactive separated departed dismissed deceased ended disabled offboarded "
     "任用終了 任用満了 任用期間満了 任期終了 再任用終了 委嘱終了 派遣終了 契約解除 退庁 依願退職 "
     "割愛 割愛退職 勧奨 応募認定退職 分限免職 退職発令済 転籍 × "
     "laidoff contractended contractexpired quit alumni notactive notemployed nolongeremployed"},
    {FIELD_status, P, PERSON_LEAVE,
     "休職 休職中 育休 育休中 育児休業 育児休業中 産休 産休中 産前産後休暇 産前産後休業 産前休暇 "
     "産後休暇 病休 病休中 "
     "病気休暇 病気休職 病気休暇中 介護休業 介護休暇 介護休職 休業 休業中 長期休暇 長期休業 休暇中 "
     "自己啓発等休業 "
     "配偶者同行休業 専従休職 組合専従 停職 停職中 分限休職 刑事休職 修学部分休業 大学院修学休業 "
     "休 育児休暇 私傷病休職 "
     "産育休 産休育休 onleave leave loa leaveofabsence longtermleave parentalleave maternityleave "
     "maternity paternityleave childcareleave sickleave medicalleave sabbatical suspended "
     "unpaidleave "
     "absent furlough furloughed "
     "療養 療養中 療養休暇 長期療養 病気療養 療休 私傷病休暇 公傷休業 休務 休務中 長欠 欠勤 "
     "育休等 産休等 育児休業等 休職等 休業等 休職休業 産休中育休中 出産休暇 自己啓発休業 研究休職 "
     "結核休職 在籍専従 無給休暇 復職予定 復帰予定 復職待ち"},

    {FIELD_post_kind, P, POST_MAIN,
     "本務 主務 本職 本任 主 本 本所属 主所属 本籍 main primary principal primaryjob "
     "primaryposition"},
    {FIELD_post_kind, P, POST_CONCURRENT,
     "兼務 兼職 兼任 兼 併任 副務 従 兼務所属 副所属 concurrent secondary additional "
     "secondaryjob additionaljob"},

    {FIELD_status, A, ACCOUNT_ENABLED,
     YES_WORDS
     "有効 有効中 利用中 利用可 利用可能 使用中 使用可 使用可能 稼働 稼働中 活性 正常 通常 開設 "
     "登録 登録中 登録済 "
     "登録済み 運用中 現役 許可 許可済 アクティブ 有効化 利用 使用 継続 在職 ロック解除 ロックなし "
     "未ロック 新規 "
     "enabled enable active activated normal valid ok open opened live inuse using allowed allow "
     "unlocked member admin owner primaryowner workspaceadmin workspaceowner orgowner orgadmin "
     "regular "
     "bot guest multichannelguest singlechannelguest restricted invited pending a confirmed "
     "registered provisioned staged passwordexpired expired(grace) recovery working "
     "現行 現用 在籍 発行済 発行済み 交付済 承認済 付与 付与済 付与済み 付与中 貸与中 本登録 "
     "仮登録 登録待ち 不在中 在席 "
     "ログインできる ログインできます 利用できる 利用できます 使用できる 使用できます "
     "ログイン可 ログイン可能 再開 利用開始 使用開始 公開 未停止 停止なし 削除なし 適用中 期間内 "
     "期限内 有効期限内 設定済 未ログイン 初期状態 パスワード変更待ち "
     "稼動 稼動中 開通 開通済 承認済み 招待中 招待済 招待済み"},
    {FIELD_status, A, ACCOUNT_DISABLED,
     NO_WORDS
     "無効 無効化 無効中 停止 停止中 停止済 停止済み 利用停止 利用停止中 利用不可 "
     "使用不可 使用停止 使用停止中 失効 失効中 "
     "失効済 失効済み 廃止 廃止済 廃止済み 削除 削除済 削除済み 抹消 抹消済 抹消済み 休止 "
     "休止中 凍結 凍結中 ロック "
     "ロック中 ロック済 ロックアウト ロックアウト中 期限切れ 有効期限切れ 閉鎖 閉鎖済 "
     "非活性 非アクティブ 一時停止 "
     "一時停止中 利用終了 使用終了 終了 禁止 中止 解約 取消 取消済 未使用停止 不許可 拒否 "
     "強制停止 アカウント停止 "
     "アカウントロック 非稼働 使用不可能 利用不可能 使用不能 利用不能 ログイン不可能 "
     "利用できない 利用できません 使用できない 使用できません ログインできない ログインできません "
     "disabled disable inactive deactivated suspended locked "
     "lockedout blocked "
     "revoked deleted removed terminated closed invalid archived deprovisioned "
     "banned denied "
     "ldapblocked blockedpendingapproval stopped softdeleted retired cancelled canceled dropped "
     "frozen passive d "
     "論理削除 物理削除 無効化済 無効化済み 返却 返却済 返納 返納済 除籍 使用禁止 "
     "利用禁止 ログイン不可 ログイン禁止 資格喪失 喪失 破棄 廃棄 登録抹消 登録解除 期限満了 "
     "期間満了 有効期間満了 利用休止 使用休止 退会 脱退 剥奪 アーカイブ パスワードロック "
     "無効ユーザー"},

    {FIELD_status, S, SEAT_ASSIGNED,
     YES_WORDS
     "有効 利用中 使用中 割当 割当中 割当済 割当済み 割り当て済み 付与 付与中 付与済 付与済み "
     "契約中 貸与 貸与中 稼働 "
     "稼働中 正常 通常 登録 登録済 継続 利用 使用 利用可 更新 更新済 配布済 配布 導入済 assigned "
     "active enabled "
     "inuse valid ok live current activated allocated licensed renewed trial provisioned "
     "インストール済 インストール済み アクティブ 貸出 貸出中 発行済 割当て 割当て済 割当て済み "
     "割り当て 割付済 登録済み 利用可能 使用可 未使用 未利用 利用なし unused"},
    {FIELD_status, S, SEAT_CANCELLED,
     NO_WORDS "解約 解約済 解約済み 取消 取消済 取消済み 取り消し 返却 返却済 返却済み 解除 解除済 "
              "解除済み 割当解除 割当解除済 "
              "削除 削除済 削除済み 無効 停止 停止中 失効 失効済 終了 契約終了 利用終了 回収 "
              "回収済 回収済み 廃止 割り当て解除 割当て解除 返納 返納済 返還 返還済 "
              "利用停止 使用停止 移管 移管済 破棄 廃棄 アンインストール アンインストール済 "
              "期限切れ cancelled canceled cancel revoked returned released "
              "deleted removed "
              "disabled inactive deactivated terminated expired suspended ended closed reclaimed"},
    {FIELD_status, S, SEAT_UNASSIGNED,
     "未割当 未割り当て 未割付 未付与 空き unassigned available free vacant"},

    {FIELD_status, D, DEVICE_RETURNED,
     "返却 返却済 返却済み 返納 返納済 返納済み 回収 回収済 回収済み 廃棄 廃棄済 廃棄済み 除却 "
     "除却済 在庫 保管 保管中 "
     "未使用 予備 予備機 引渡済 返還 返還済 返還済み returned disposed retired instock stock "
     "instorage storage spare "
     "available scrapped recovered collected "
     "unenrolled retireissued wipeissued 返却完了 回収完了 返却確認済 処分 処分済 撤去 撤去済 "
     "引揚済 売却 売却済 リース返却 初期化済"},
    {FIELD_status, D, DEVICE_IN_USE,
     YES_WORDS NO_WORDS
     "貸与 貸与中 貸出 貸出中 使用中 利用中 配備 配備済 設置 設置済 稼働 稼働中 "
     "未返却 未返納 未回収 紛失 盗難 故障 "
     "故障中 修理中 有効 正常 利用 使用 inuse loaned lent assigned deployed "
     "active notreturned lost stolen "
     "broken repair inrepair issued managed unmanaged enrolled retirepending wipepending unhealthy "
     "配備中 貸付中 運用中 現用 遊休 保守中 交換中 返却予定 "
     "返却待ち 返却なし 配布済 持出中"},

    {FIELD_kind, A, KIND_PERSONAL,
     "個人 個人用 個人id 個人アカウント 一般 一般利用者 一般ユーザー 一般ユーザ 職員 職員用 専用 "
     "本人 通常 利用者 "
     "ユーザー ユーザ 正規 非共用 非共有 管理者 特権 personal person individual user users member "
     "normal regular "
     "standard employee staff human usermailbox internal managed primary named no false n × - "
     "manageduser coadmin teamadmin superadmin 個人利用 個人専用 個別 一般職員 正規職員 正職員 "
     "会計年度任用職員 庁内 内部 メンバー 組織内 社内 社員 正社員 契約社員 嘱託社員 嘱託 パート "
     "アルバイト "
     "パートアルバイト 役員 dialog adialog teammember"},
    {FIELD_kind, A, KIND_SHARED,
     "共用 共用id 共有 共有id 共用アカウント 共有アカウント 共同 共同利用 課共用 所属共用 グループ "
     "係共用 窓口 窓口用 "
     "団体 組織 組織用 課用 shared sharedaccount common group generic team sharedmailbox "
     "groupmailbox "
     "departmental functional resource room roommailbox equipmentmailbox kiosk "
     "true yes y ○ ◯ 〇 ◎ ● ✓ ✔ レ 有 あり "
     "窓口共用 部署共用 部署用 課共有 課内共用 課id 部署id 所属id 組織id 共通 共通id 代表 代表id "
     "応援用 応援職員用 研修用 汎用 複数人 sservice"},
    {FIELD_kind, A, KIND_SERVICE,
     "サービス サービス用 サービスアカウント サービスid システム システム用 システムid "
     "システムアカウント バッチ バッチ用 "
     "連携 連携用 連携id 自動処理 機械 プログラム rpa ロボット api service serviceaccount system "
     "batch bot "
     "application app robot machine technical daemon integration svc nonhuman workload "
     "serviceprincipal "
     "managedserviceaccount automation "
     "自動 自動実行 バッチ処理 バッチ処理用 ジョブ 機器 機器用 機械用 複合機 監視 監視用 "
     "バックアップ バックアップ用 システム間連携 システム連携 システム連携用 内部処理 "
     "bsystem ccommunication ccommunications ccommunicationsdata communication communications "
     "communicationsdata lreference reference"},
    {FIELD_kind, A, KIND_EXTERNAL,
     "外部 外部者 外部委託 委託 委託先 委託業者 委託事業者 業者 業者用 事業者 ベンダ ベンダー "
     "ベンダ用 ベンダー用 保守 "
     "保守用 保守業者 保守員 派遣 派遣職員 派遣社員 派遣会社 ゲスト 外部利用者 外部ユーザー "
     "外部ユーザ 指定管理者 協力会社 "
     "庁外 外部施設 external externaluser contractor vendor guest partner outsourced thirdparty "
     "supplier "
     "consultant temporary outsider unmanageduser "
     "組織外 社外 社外利用者 社外ユーザー 業務委託 協力会社社員 外部id 外部用 外部業者 外部機関 "
     "外部アカウント 外部職員 委託職員 委託会社 他団体 関係機関 "
     "医療機関"},
    {FIELD_kind, A, KIND_ADMIN,
     "管理用 管理用id 特権用 特権id用 admin adminaccount privilegedaccount"},

    {FIELD_privileged, A, ANSWER_YES,
     YES_WORDS
     "特権 特権id 管理者 管理 管理者権限 システム管理者 システム管理 特権あり 特権有 "
     "管理権限 管理者権限あり 管理者権限有 "
     "全権 admin administrator root privileged superuser owner sysadmin "
     "systemadministrator globaladmin "
     "globaladministrator superadmin poweruser enabled する 有効 付与 付与済 付与済み 付与あり "
     "保有 権限あり 全体管理者 特権管理 特権管理者 特権ユーザー"},
    {FIELD_privileged, A, ANSWER_NO,
     NO_WORDS "一般 一般利用者 一般ユーザー 一般ユーザ 一般権限 通常 利用者 特権なし 特権無 非特権 "
              "管理者権限なし 管理者権限無 "
              "しない 無効 未付与 付与なし 権限なし 標準 user standard normal regular member "
              "ordinary disabled n/a na"},

    {FIELD_mfa, A, ANSWER_YES,
     YES_WORDS
     "有効 設定済 設定済み 登録済 登録済み 利用 利用中 使用 使用中 適用 適用済 適用中 "
     "実施 必須 強制 導入済 設定 設定あり "
     "enabled enable active enforced registered required enrolled capable configured "
     "activated secure "
     "mfa totp sms fido fido2 authenticator app 登録あり 対応 対応済 対応済み 実施済 実施済み "
     "適用済み icカード 顔認証 指紋 指紋認証 生体認証 トークン ワンタイムパスワード otp "
     "認証アプリ"},
    {FIELD_mfa, A, ANSWER_NO,
     NO_WORDS "無効 未設定 未登録 未利用 未使用 未適用 未実施 未導入 設定なし 任意 停止 disabled "
              "disable inactive "
              "notenabled notregistered notenforced notenrolled notconfigured unregistered "
              "optional off insecure "
              "notcapable notrequired 登録なし 未対応 非適用 パスワードのみ idパスワードのみ"},
    {FIELD_mfa, A, ANSWER_UNKNOWN, "notsupported n/a na unknown 不明 対象外 noinformation"},
    {FIELD_privileged, A, ANSWER_UNKNOWN, "unknown 不明 対象外"},
    {FIELD_action, Q, REQUEST_ADD,
     "add added create created new grant join 追加 登録 新規 新規登録 付与 作成 発行 新設 "
     "利用開始 開始 採用 転入"},
    {FIELD_action, Q, REQUEST_REMOVE,
     "remove removed delete deleted revoke revoked disable disabled leave 削除 抹消 廃止 停止 "
     "無効化 失効 剥奪 返納 解除 利用終了 利用停止 終了 退職 転出"},
    {FIELD_action, Q, REQUEST_CHANGE,
     "change changed modify modified update updated move 変更 修正 更新 権限変更 異動"},
};

const size_t word_table_count = sizeof word_table / sizeof word_table[0];

const struct words answer_words[ANSWER_WORDS] = {
    {FIELD_NONE, 0, ANSWER_YES, YES_WORDS},
    {FIELD_NONE, 0, ANSWER_NO, NO_WORDS},
};

bool canonical_value(enum record record, enum field field, const char *name, uint8_t *out) {
    for (size_t i = 0; i < sizeof canonicals / sizeof canonicals[0]; i++) {
        const struct canonical *c = &canonicals[i];
        if (c->field == field && c->records & 1u << record && strcmp(c->name, name) == 0) {
            *out = c->value;
            return true;
        }
    }
    return false;
}
