/*
 * The table of header synonyms: what municipal packages, directories and cloud services call our
 * fields. Headers stand here as FOLD_HEADER leaves them (no spaces, no punctuation, lower case),
 * but for the mark ー, which folding takes for a hyphen and drops: kept here to be readable. Two
 * words are missing on purpose: 個人番号 and マイナンバー are the national My Number, never an
 * employee's number.
 */
#include "synonyms.h"

#define P (1u << RECORD_PERSON)
#define A (1u << RECORD_ACCOUNT)
#define S (1u << RECORD_SEAT)
#define D (1u << RECORD_DEVICE)
#define T (1u << RECORD_DEPARTMENT)
#define R (1u << RECORD_ROLE)
#define C (1u << RECORD_CONFLICT)
#define V (1u << RECORD_APPROVAL)
#define L (1u << RECORD_LINK)
#define W (1u << RECORD_WAIVER)
#define H (1u << RECORD_SHARED)
#define I (1u << RECORD_INCIDENT)
#define Q (1u << RECORD_REQUEST)
#define G (1u << RECORD_SYSTEM)
#define N (1u << RECORD_LICENSE)

/* Columns whose cells hold two days. */
#define PERIODS_OF_WORK                                                                                                                 \
    "任用期間 雇用期間 契約期間 雇用契約期間 労働契約期間 派遣期間 委嘱期間 委託期間 任期期間 " \
    "在職期間 在籍期間 勤務期間 従事期間 配置期間 就業期間 employmentperiod contractperiod "                    \
    "periodofemployment "
#define PERIODS_OF_LEAVE                                                                                                            \
    "休職期間 休業期間 休職等期間 休業等期間 休職休業期間 育休期間 育休等期間 育児休業期間 " \
    "産休期間 産休等期間 産育休期間 産休育休期間 休暇期間 休暇等期間 長期休暇期間 病休期間 " \
    "病気休職期間 病気休暇期間 介護休業期間 休務期間 leaveperiod absenceperiod periodofleave"
#define PERIODS_OF_USE                                                                                                   \
    "利用期間 有効期間 使用期間 適用期間 利用可能期間 アカウント有効期間 id有効期間 " \
    "validityperiod validity usageperiod"

const struct synonyms synonyms[] = {
    /* --- who --- */
    {FIELD_person_id, P | A | S | D | V | L, 1, 0,
     "職員番号 社員番号 従業員番号 職員コード 社員コード 従業員コード 職員id 社員id 従業員id "
     "職員no 社員no 従業員no 職員ナンバー 社員ナンバー 職員証番号 人事番号 人事コード 給与番号 "
     "職員識別番号 職員識別コード 職番 社番 職員cd 社員cd 従業員cd 教職員番号 personid "
     "personnelnumber personnelno personnelid personno personnumber employeeid employeenumber "
     "employeeno employeecode employeenum empid empno empnum empnumber empcode emplid staffid "
     "staffno staffnumber staffcode workerid workernumber staff番号 スタッフ番号 スタッフコード"},
    {FIELD_person_id, A | S | D | V | L, 2, 0,
     "所有者職員番号 利用者職員番号 使用者職員番号 使用者番号 利用職員番号 使用職員番号 "
     "貸与者職員番号 保有者職員番号 借用者職員番号 本人職員番号 使用者コード 貸与者番号 "
     "holderid assignedto assigneduser"},
    {FIELD_person_id, A | S | D | V | L, 3, 0,
     "所有者の職員番号 割当職員番号 割当先職員番号 貸与先職員番号 借受者職員番号 借受者番号"},
    {FIELD_person_id, P | A | S | D | V | L, 4, 0,
     "人事職員番号 統一職員番号 団体内統一職員番号 個人コード 個人識別コード 教員番号 "
     "employeeidentifier 委託職員番号 従事者番号 従事者コード 所員番号 従事者id スタッフid "
     "要員番号 派遣社員番号 "
     "employee pernr payrollnumber associateid hrid"},
    /* device managers name the user by address or login */
    {FIELD_person_id, D, 5, 0, "primaryuserupn userprincipalname upn"},
    {FIELD_person_id, D, 6, 0,
     "primaryuseremailaddress useremail emailaddress email mail メールアドレス "
     "使用者メールアドレス 利用者メールアドレス"},
    {FIELD_person_id, D, 7, 0,
     "username userid login loginid ユーザー名 ユーザーid 利用者id ログインid"},
    {FIELD_user_id, A | S | V | L | H | I | Q, 1, 0,
     "ログインid ログオンid ログイン名 ログオン名 ログインアカウント ログオンアカウント "
     "サインイン名 "
     "サインインid ログインユーザーid ログインユーザー名 ログイン 職員ログインid loginid login "
     "loginname logon logonid logonname samaccountname githubcomlogin userlogin signinname "
     "signinid rolname bname ログインユーザー ログオンユーザー ログオンユーザー名 ログインコード "
     "windowsログオン名 ドメインユーザー名 ドメインユーザー adユーザー名 onpremisessamaccountname"},
    {FIELD_user_id, A | S | V | L | H | I | Q, 2, 0,
     "利用者id ユーザーid 利用者コード ユーザーコード 利用者cd ユーザーcd アカウントid アカウント "
     "アカウント名 ユーザーアカウント 利用者識別子 利用者番号 ユーザー番号 利用id 使用者id "
     "システムid ネットワークid 端末ログインid networkid operatorid operatorcode "
     "操作者id 操作者コード 操作者番号 操作員id 操作員コード 操作員番号 オペレーターid "
     "オペレータコード 端末利用者id 識別id ユーザー識別子 userid userids accountid account "
     "accountname useraccount usercode user"},
    {FIELD_user_id, A | S | V | L | H | I | Q, 3, 0,
     "userprincipalname upn uid username ユーザー名 プリンシパル名 ユーザープリンシパル名 "
     "krbprincipalname useridemail useridoremail usernameoremail emailorusername "
     "ログインidメールアドレス ユーザーidメールアドレス"},
    {FIELD_user_id, S, 6, 0,
     "useremail primaryemail loginemail ログインメールアドレス assigneeemail assigneeemailaddress "
     "assigneduseremail licenseeemail memberemail primaryuserupn primaryuseremailaddress"},
    {FIELD_user_id, S, 5, 0,
     "email mail emailaddress mailaddress メールアドレス メール 電子メール eメール "
     "電子メールアドレス"},
    {FIELD_user_id, V, 1, 0, "特権id 特権ユーザーid 特権アカウント 特権アカウントid"},
    {FIELD_user_id, V | L | H | I | Q, 6, 0, "id"},
    {FIELD_user_id, A, 4, 0,
     "担当者id 担当者コード 担当者番号 認証id 入力者id 個人id id番号 利用者識別コード "
     "ユーザー識別コード "
     "principal"},
    {FIELD_user_id, A, 9, 0, "member"},
    {FIELD_user_id, A, 5, 0,
     "カード番号 カードid カードno icカード番号 icカードid idカード番号 入館証番号 入館カード番号 "
     "入退室カード番号 セキュリティカード番号 身分証番号 cardnumber cardno cardid badgenumber "
     "badgeno "
     "badgeid"},
    {FIELD_user_id, S, 4, 0, "割当先id 割当ユーザーid 割当先アカウント 割当ユーザー"},
    /* behind every login whose header says more: often a mere counter */
    {FIELD_user_id, A | S, RANK_DERIVED + 9, 0, "id"},
    {FIELD_device_id, S | D, 1, 0,
     "端末番号 端末機id 端末id 端末コード 端末識別番号 機器番号 機器id 機器コード デバイスid "
     "デバイス番号 pc番号 pcid パソコン番号 コンピューター番号 タブレット番号 deviceid "
     "devicenumber assettag assetid assetnumber computerid pcno deviceno terminalid 端末管理番号 "
     "機器管理番号 pc管理番号 貸与品番号 端末機番号 貸与端末番号 貸与機器番号"},
    {FIELD_device_id, S | D, 2, 0, "資産番号 資産管理番号 備品番号 物品番号"},
    {FIELD_device_id, S | D, 3, 0, "管理番号 管理no 管理コード"},
    {FIELD_device_id, S | D, 4, 0,
     "ホスト名 コンピューター名 端末名 pc名 pc名称 デバイス名 機器名 hostname computername "
     "devicename computer device machinename 端末 導入先端末 インストールpc インストール先 "
     "インストール端末 導入端末"},
    {FIELD_device_id, S | D, 5, 0,
     "シリアル番号 シリアルno 製造番号 シリアルナンバー 端末シリアル番号 端末シリアル serialnumber "
     "serialno serial imei"},

    /* --- names --- */
    {FIELD_name, P | A, 1, 0,
     "氏名 名前 漢字氏名 氏名漢字 職員氏名 社員氏名 従業員氏名 姓名 職員名 社員名 従業員名 "
     "利用者氏名 利用者名 使用者氏名 使用者名 ユーザー氏名 フルネーム "
     "登録氏名 氏名全角 name fullname namefullname employeename staffname personname githubcomname "
     "担当者名 操作者名 操作者氏名 オペレータ名 職員氏名漢字 漢字名"},
    {FIELD_name, P | A, 2, 0,
     "displayname 表示名 表示名称 名称 利用者名称 ユーザー名称 アカウント名称 アカウント表示名"},
    {FIELD_name, P | A, 3, 0,
     "legalname legalfullname 本名 戸籍氏名 戸籍名 戸籍上の氏名 正式氏名 cn commonname"},
    {FIELD_name, P | A, 4, 0,
     "worker お名前 氏名名称 担当者氏名 スタッフ名 スタッフ氏名 従事者名 従事者氏名 教職員名 "
     "教職員氏名 操作員名 操作員氏名 登録者名 名義 名義人 アカウント名義 "
     "payrollname userfullname completename"},
    {FIELD_name, P | A, 5, 0,
     "preferredname preferredfullname businessname ビジネスネーム 通称 通称名 通称氏名"},
    {FIELD_other_name, P, 1, 0,
     "othername othernames 別名 通称 通称名 通称氏名 通名 ビジネスネーム ビジネス名 職務上の氏名 "
     "職場使用氏名 呼称 ニックネーム preferredname preferredfullname businessname workname alias "
     "aliasname nickname knownas alsoknownas"},
    {FIELD_other_name, P, 1, HEADER_FAMILY,
     "ビジネスネーム姓 通称姓 通称名姓 呼称姓 preferredlastname preferredsurname "
     "preferredfamilyname preferrednamelastname preferrednamefamilyname preferrednamesurname"},
    {FIELD_other_name, P, 1, HEADER_GIVEN,
     "ビジネスネーム名 通称名名 preferredfirstname preferredgivenname preferrednamefirstname "
     "preferrednamegivenname"},
    {FIELD_other_name, P, 6, 0,
     "displayname 表示名 表示名称 legalname legalfullname 本名 戸籍氏名 戸籍名 戸籍上の氏名 "
     "正式氏名 cn commonname"},
    {FIELD_romaji, P, 1, 0,
     "ローマ字 ローマ字氏名 氏名ローマ字 ローマ字名 ローマ字表記 氏名ローマ字表記 英字氏名 "
     "氏名英字 "
     "英語氏名 氏名英語 英語名 英字名 英文氏名 氏名英文 氏名アルファベット アルファベット氏名 "
     "アルファベット名 欧文氏名 パスポート氏名 romaji nameromaji romajiname romanname "
     "namelatin latinname nameenglish englishname nameen"},
    {FIELD_name, A, 5, 0, "username ユーザー名"},
    {FIELD_name, A, 6, 0, "user gecos 利用者 使用者 登録者 アカウント利用者 アカウント使用者"},
    {FIELD_family_name, P | A, 1, 0,
     "姓 氏 苗字 名字 姓漢字 漢字姓 氏漢字 氏名姓 氏名氏 漢字氏名姓 familyname lastname surname "
     "sn"},
    {FIELD_family_name, P | A, 2, 0, "戸籍氏名姓 戸籍姓 戸籍上の姓"},
    {FIELD_given_name, P | A, 2, 0, "戸籍氏名名 戸籍名前 戸籍上の名"},
    {FIELD_given_name, P | A, 1, 0,
     "名 名漢字 漢字名前 下の名前 氏名名 漢字氏名名 givenname firstname forename gn"},
    {FIELD_given_name, P | A, 3, 0, "名前"},
    {FIELD_former_name, P, 1, 0,
     "旧姓 旧氏名 旧氏 旧姓氏名 旧姓名 改姓前氏名 旧姓漢字 formername maidenname previousname "
     "birthname"},
    {FIELD_former_name, P, 2, 0, "旧姓使用"},
    {FIELD_former_name, P, 3, 0,
     "改姓前 変更前氏名 旧漢字氏名 旧姓等 旧氏等 previouslastname formerlastname"},
    {FIELD_kana, P | A, 1, 0,
     "カナ氏名 氏名カナ フリガナ ふりがな かな氏名 氏名かな カナ かな 氏名フリガナ 氏名ふりがな "
     "カナ名 カナ名称 カナ姓名 姓名カナ 半角カナ氏名 氏名半角カナ 全角カナ氏名 氏名全角カナ "
     "ヨミガナ よみがな 読み仮名 読みがな 読み 仮名 振り仮名 職員氏名カナ 職員カナ氏名 "
     "利用者名カナ 利用者氏名カナ 利用者カナ氏名 利用者カナ ユーザー名カナ カタカナ氏名 "
     "氏名カタカナ 名前カナ 名前かな 名前フリガナ 名前ふりがな 職員名カナ カナ職員名 kana "
     "namekana kananame fullnamekana furigana phoneticname phoneticdisplayname "
     "displaynamephonetic msdsphoneticdisplayname"},
    {FIELD_kana, P | A, 2, 0,
     "シメイ しめい ヨミ よみ 氏名読み 氏名ヨミ 氏名よみ 氏名ヨミガナ 氏名よみがな 氏名読み仮名 "
     "氏名読みがな 氏名振り仮名 名前よみ 名前よみがな 半角カナ 全角カナ カタカナ ユーザーカナ "
     "ユーザーカナ名 利用者カナ名 利用者名フリガナ 操作者カナ氏名 操作者名カナ 操作員カナ氏名 "
     "担当者カナ"},
    {FIELD_family_kana, P | A, 1, 0,
     "姓カナ セイ せい カナ姓 姓ヨミガナ 姓よみがな ヨミガナ姓 よみがな姓 姓読み 姓よみ 姓ヨミ "
     "姓読み仮名 姓フリガナ "
     "姓ふりがな 姓かな 氏カナ 氏名カナ姓 カナ氏名姓 氏名フリガナ姓 フリガナ姓 ふりがな姓 "
     "戸籍氏名カナ姓 familykana familynamekana familynameyomi "
     "lastnamekana phoneticlastname msdsphoneticlastname phoneticsurname"},
    {FIELD_given_kana, P | A, 1, 0,
     "名カナ メイ めい カナ名前 名ヨミガナ 名よみがな ヨミガナ名 よみがな名 名読み 名よみ 名ヨミ "
     "名読み仮名 名フリガナ "
     "名ふりがな 名かな 氏名カナ名 カナ氏名名 氏名フリガナ名 フリガナ名 ふりがな名 戸籍氏名カナ名 "
     "givenkana givennamekana firstnamekana givennameyomi "
     "phoneticfirstname msdsphoneticfirstname phoneticgivenname"},
    {FIELD_given_kana, P | A, 3, 0, "カナ名"},

    /* --- department, work --- */
    {FIELD_department_code, P | A, 1, 0,
     "所属コード 部署コード 課コード 所属cd 部署cd 課cd 組織コード 組織cd 所属番号 所属id "
     "部署id 組織id 部門コード 部門cd 部課コード 部課cd 課所コード 所属課コード 所属部署コード "
     "所属組織コード 現所属コード 室課コード departmentcode deptcode departmentid deptid "
     "departmentnumber deptno orgcode organizationcode orgunitcode unitcode sectioncode "
     "divisioncode"},
    {FIELD_department_code, P | A, 2, 0,
     "所属課cd 所属部署cd 所属組織cd 現所属cd 所属no 所属先コード 所属部門コード "
     "所属機関コード 機関コード 勤務先コード 利用課コード 利用所属コード 室課cd 課所cd "
     "学校コード 所属校コード orgunitid departmentno"},
    {FIELD_department, P | A | D, 1, 0,
     "所属 所属名 所属名称 部署 部署名 部署名称 課名 課名称 所属課 所属課名 所属部署 所属部署名 "
     "所属部課 所属部課名 所属組織 所属組織名 組織 組織名 組織名称 部門 部門名 部課 部課名 "
     "課所名 課所 室課名 室課 課室名 現所属 現所属名 配属先 配属 勤務所属 所属部門 所属部門名 "
     "所属先 主管課 department departmentname dept deptname orgunitname organizationunit "
     "section sectionname"},
    {FIELD_department, P | A | D, 2, 0,
     "課 係名 勤務先 勤務場所 division divisionname office team ou"},
    {FIELD_department, P | A, 3, 0,
     "所属課名称 所属課所 所属課所名 所属室課 所属室課名 所属機関 所属機関名 所属部局 "
     "所属部局名 所属略称 部局課名 部課係名 部署課 勤務課 勤務課名 勤務課所 勤務所属名 "
     "現在の所属 担当課 担当課名 利用者所属 利用者所属名 ユーザー所属 ユーザー所属名 "
     "操作者所属 登録所属 申請所属 所属校 所属校名 勤務校 勤務校名 学校名 配属施設 配置施設 "
     "勤務施設 施設名 任用課 任用所属 任用所属名 任用部署 採用課 採用所属 配置課 配属課 配属課名 "
     "配属部署 配属所属 派遣先 派遣先部署 派遣先所属 派遣先課 就業先 就業部署 委嘱課 organization "
     "orgunit org businessunit departmentdescription "
     "supervisoryorganization supervisoryorg homedepartment"},
    {FIELD_department, A, 3, 0,
     "優先する組織 主所属 主組織 利用課 利用課名 利用部署 利用部署名 利用所属 利用所属名 使用課 "
     "使用課名 "
     "使用部署 "
     "使用所属"},
    {FIELD_department, D, 3, 0,
     "配備先 配備課 配備所属 貸与先所属 利用課 管理所属 使用者所属 利用者所属"},
    {FIELD_department, P | A, 4, 0, "部局名 部局 局名 部名"},
    {FIELD_department, D, 2, 0,
     "使用部署 使用課 使用所属 配置先 配置場所 設置場所 設置所属 設置課 管理課 管理部署 "
     "利用所属 利用部署"},
    {FIELD_department, R, 1, 0,
     "所属 所属名 所属名称 部署 部署名 部署名称 課名 課名称 所属コード 部署コード 課コード 所属cd "
     "所属課 所属課名 所属部署 所属部署名 対象所属 対象部署 許可所属 許可部署 課 組織 組織名 "
     "組織コード department departmentname departmentcode dept"},
    {FIELD_job_type, P | A | R, 1, 0,
     "職種 職種名 職種名称 職種区分 職務 職務区分 職群 職種コード名称 jobtype jobcategory "
     "jobclass jobfamily occupation"},
    {FIELD_job_type, R, 3, 0, "許可職種 対象職種"},
    {FIELD_position, R, 4, 0, "許可役職 対象役職 許可職名 対象職名"},
    {FIELD_employment, R, 3, 0,
     "許可雇用形態 対象雇用形態 許可雇用区分 対象雇用区分 許可任用形態 対象任用形態"},
    {FIELD_job_type, P | A | R, 2, 0, "職種区分名 職種分類 職種名区分 職類 職系 職掌 登録職種"},
    {FIELD_position, P | R, 1, 0,
     "役職 役職名 役職名称 職位 職位名 職名 職名称 補職 補職名 職階 階級 position positionname "
     "jobtitle employeetitle posttitle businesstitle"},
    {FIELD_position, P | R, 2, 0, "title job 職級 等級 役職コード 職名コード"},
    {FIELD_position, P | R, 3, 0, "職 職制 肩書 肩書き 職務上の地位 役職等 rank positiontitle"},
    {FIELD_employment, P | R, 1, 0,
     "雇用区分 雇用形態 任用形態 任用区分 任用 職員区分 社員区分 従業員区分 身分 身分区分 "
     "雇用種別 任用種別 採用区分 勤務形態 勤務区分 職員種別 職員種類 社員種別 常勤区分 "
     "常勤非常勤区分 雇用 employment employmenttype employmentcategory employeetype emptype "
     "employeecategory contracttype workertype stafftype employmentkind"},
    {FIELD_employment, P | R, 2, 0,
     "雇用形態名 雇用形態区分 雇用区分名 任用形態名 任用形態区分 任用区分名 任用根拠 "
     "職員区分名 身分名 採用形態 契約形態 正規非正規 正規非正規区分 常勤非常勤 常勤非常勤の別 "
     "employmentstatustype"},

    {FIELD_post_kind, P, 1, 0,
     "本務兼務 本務兼務区分 本務兼務の別 本兼務 本兼務区分 本兼区分 本兼 主務兼務 主務兼務区分 "
     "主兼区分 兼務区分 本務区分 発令区分 所属区分 配属区分 postkind posttype assignmenttype "
     "positiontype jobassignmenttype"},
    {FIELD_post_kind, P, 2, HEADER_FLAG,
     "兼務 兼務フラグ 兼務有無 併任 併任フラグ isconcurrent concurrent issecondary"},
    {FIELD_post_kind, P, 2, HEADER_FLAG | HEADER_INVERTED,
     "本務 本務フラグ 主務 主務フラグ 主所属 主所属フラグ isprimary isprimaryjob primary "
     "primaryjob "
     "isprimaryposition primaryposition primaryassignment"},
    {FIELD_manager, P, 1, 0,
     "上長社員番号 所属長社員番号 直属上司社員番号 直属上司職員番号 上司 上司番号 上司職員番号 "
     "上司社員番号 上司id 上長 上長番号 上長職員番号 直属上司 直属上長 "
     "所属長 所属長番号 所属長職員番号 所属長コード 評価者 評価者番号 manager managerid "
     "manageremployeeid managerpersonid managernumber managerno manageruserid supervisor "
     "supervisorid reportsto linemanager linemanagerid directmanager"},

    /* --- status --- */
    {FIELD_status, P, 1, 0,
     "在職状況 在籍区分 在職区分 在籍状況 在籍状態 在職状態 異動状態 ステータス 就業状況 "
     "就業状態 就労状況 勤務状況 勤務状態 現況 status employmentstatus employeestatus "
     "workstatus state"},
    {FIELD_status, P, 2, HEADER_FLAG,
     "在職 在籍 在職フラグ 在籍フラグ 有効フラグ active isactive enabled"},
    {FIELD_status, P, 2, 0,
     "在職退職 在職退職区分 在退職区分 就業区分 人事状態 身分状態 在籍ステータス 現在の状態"},
    {FIELD_status, P, 3, 0, "状態 状況 workerstatus hrstatus positionstatus assignmentstatus"},
    {FIELD_status, P, 3, HEADER_FLAG, "activestatus"},
    {FIELD_status, P, 5, HEADER_FLAG | HEADER_STATE,
     "休職フラグ 休職中フラグ 休業フラグ 休業中フラグ 育休フラグ 育休中フラグ 産休フラグ "
     "産休中フラグ "
     "産育休フラグ 休暇フラグ 休職 休職中 休職有無 休職の有無 休業 休業中 休業有無 育休 育休中 "
     "育児休業 育児休業中 産休 産休中 産育休 病休 病休中 長期休暇 長期休暇中 休職者 onleave "
     "isonleave "
     "onleaveflag leaveflag loa onloa"},
    {FIELD_status, P, 4, 0, "休職区分 休職状況 休職退職"},
    {FIELD_status, P, 2, HEADER_INVERTED,
     "退職区分 休退職区分 退職有無 退職の有無 退職フラグ 退職済 退職済み 退職済フラグ terminated "
     "isterminated "
     "inactive"},
    {FIELD_status, A, 1, 0,
     "状態 状況 利用状態 利用状況 使用状態 使用状況 ステータス 有効区分 有効無効区分 利用区分 "
     "利用可否 使用可否 使用区分 "
     "アカウント状態 アカウント状況 アカウントステータス ユーザー状態 ユーザー状況 "
     "ユーザーステータス id状態 id状況 登録状態 登録状況 利用者状態 利用者状況 状態区分 status "
     "accountstatus userstatus accountstate userstate lifecyclestatus lifecyclestate "
     "membershipstatus memberstatus currentstatus currentstate accessstatus"},
    {FIELD_status, A, 2, 0, "state signinstatus"},
    {FIELD_status, A, 1, HEADER_STATE,
     "使用中フラグ 利用中フラグ 有効フラグ 有効無効 有効無効フラグ 利用フラグ 使用フラグ 有効 "
     "ログイン許可 ログイン可否 "
     "アカウント有効 enabled accountenabled isenabled enable active isactive activated "
     "loginallowed signinallowed rolcanlogin canlogin useractive activeflag enabledflag "
     "enableflag accountactive loginenabled signinenabled userenabled valid isvalid 有効アカウント "
     "使用flg 利用flg 有効無効状態 使用可 利用可 使用可能 利用可能 ログイン可 ログイン可能 使用中 "
     "利用中 稼働 使用 利用 稼動"},
    {FIELD_status, A, 2, HEADER_STATE | HEADER_FILLED,
     "deletiontime deletiondate deletiontimestamp deletedat deleteat deletedon deleteddate "
     "deleteddatetime softdeletiontimestamp softdeletedat softdeletedon suspendedat suspendedon "
     "suspensiontime deactivatedat deactivatedon deactivateddate disabledat archivedat "
     "archivedon ソフト削除のタイムスタンプ 論理削除の日時 削除のタイムスタンプ 削除日時 "
     "停止日時 利用停止日時 無効化日時 抹消日時 廃止日時"},
    {FIELD_status, A, 2, 0,
     "有効状態 有効性 使用可否区分 利用可否区分 稼働状況 稼働状態 状態フラグ アカウントの状態"},
    {FIELD_status, A, 2, HEADER_INVERTED | HEADER_STATE,
     "archived isarchived アーカイブ アーカイブ済み 論理削除 論理削除フラグ 削除 削除済 削除済み "
     "停止フラグ 停止区分 利用停止 利用停止フラグ 利用停止区分 使用停止区分 廃止区分 抹消フラグ "
     "抹消区分 休止フラグ 休止区分 凍結フラグ 使用不可フラグ 利用不可フラグ 使用停止 "
     "使用停止フラグ 無効 無効フラグ "
     "無効区分 削除フラグ 削除区分 失効フラグ 失効区分 廃止フラグ アカウント停止 アカウント無効 "
     "blockcredential credentialblocked blocksignin signinblocked blocked isblocked suspended "
     "issuspended disabled isdisabled accountdisabled deactivated inactive isdeleted deleted "
     "frozen isfrozen 休止 凍結 抹消 退会 退会済 退会フラグ 停止 停止中 停止有無 停止状態 失効 "
     "廃止 "
     "無効化 無効化フラグ 削除済みフラグ 利用不可 利用停止有無 利用停止中 使用禁止 ログイン禁止 "
     "ログイン不可 ログイン停止 アカウント無効化 アカウント凍結 アカウント停止フラグ "
     "アカウント削除 "
     "logindisabled loginblocked isinactive deletedflag deleteflag delflag suspendedflag suspend "
     "disabledflag userdisabled revoked deprovisioned accountblocked blockedsignin closed "
     "removed accountsuspended usersuspended accountdeleted userdeleted accountdeactivated "
     "isdeactivated "
     "nsaccountlock loginshelldisabled pwdlock nologin サインインのブロック 資格情報のブロック "
     "ブロック"},
    {FIELD_status, A, 3, HEADER_INVERTED,
     "ロック ロック状態 ロックフラグ ロック区分 ロックアウト アカウントロック "
     "アカウントロック状態 lock lockstatus lockstate userlock userlockstatus accountislocked "
     "userlocked loginlocked locked islocked lockedout "
     "accountlocked lockout"},
    {FIELD_status, A, 3, HEADER_ACCOUNT_BITS, "useraccountcontrol"},
    {FIELD_status, A, 3, HEADER_ACCOUNT_BITS | HEADER_INVERTED, "uflag usr02flag"},
    {FIELD_status, S, 1, 0,
     "状態 状況 割当状態 割当状況 割り当て状態 割り当て状況 利用状態 ステータス ライセンス状態 "
     "ライセンス状況 契約状態 "
     "契約状況 利用区分 割当区分 付与状態 付与状況 使用状態 status licensestatus "
     "assignmentstatus licensestate seatstatus"},
    {FIELD_status, S, 2, HEADER_INVERTED,
     "解約フラグ 解約区分 返却フラグ 取消フラグ 削除フラグ 解約済 解約済み 返却済 返却済み "
     "取消済 取消済み 削除済 削除済み isdeleted deleted cancelled canceled iscancelled iscanceled "
     "revoked isrevoked"},
    {FIELD_status, S, 3, HEADER_STATE | HEADER_FILLED,
     "返却日 返却年月日 返却日時 返納日 返納年月日 解約日 解約年月日 解除日 割当解除日 回収日 "
     "取消日 "
     "割当終了日 利用終了日 利用終了年月日 利用停止日 使用終了日 廃止日 削除日 抹消日 returnedon "
     "returndate returneddate canceledon cancelledon canceldate cancellationdate unassignedon "
     "revokedon removedon"},
    {FIELD_status, D, 1, 0,
     "状態 状況 返却状況 返却状態 貸与状況 貸与状態 利用状況 使用状況 ステータス 機器状態 "
     "端末状態 管理状態 status devicestatus state"},
    {FIELD_status, D, 2, 0,
     "端末状況 貸出状況 貸出状態 貸与区分 返却区分 利用状態 使用状態 機器状況 devicestate "
     "managed managementstate enrollmentstate"},

    /* --- a person's dates --- */
    {FIELD_hired_on, P, 1, 0,
     "採用日 採用年月日 入社日 入社年月日 入職日 入職年月日 雇用開始日 雇用開始年月日 "
     "任用開始日 任用開始年月日 任用日 任用年月日 採用 雇入日 雇入年月日 hiredon hiredate "
     "hireddate datehired startdate dateofhire joindate joiningdate employmentstartdate "
     "employeehiredate dateofjoining"},
    {FIELD_hired_on, P, 2, 0,
     "任用期間開始 任用期間開始日 任用期間自 任用期間始 任用開始 雇用期間開始日 雇用期間自 "
     "雇用開始 任期開始日 任期開始年月日 任期自 契約開始日 契約開始年月日 採用発令日 "
     "当初採用日 委嘱日 委嘱年月日 入庁日 入庁年月日 従事開始日 従事開始年月日 派遣開始日 "
     "配置開始日 委託開始日 mostrecenthiredate originalstartdate originalhiredate employmentstart"},
    {FIELD_left_on, P, 1, 0,
     "退職日 退職年月日 離職日 離職年月日 退庁日 退社日 退社年月日 退職予定日 雇用終了日 "
     "雇用終了年月日 任用終了日 任用終了年月日 離任日 "
     "退任日 失職日 退職 leavedate lefton leftdate leavingdate dateleft terminationdate enddate "
     "dateofleaving employmentenddate employeeleavedatetime "
     "separationdate resignationdate retirementdate"},
    {FIELD_left_on, P, 2, 0,
     "任期満了日 任期満了年月日 任期終了日 雇用期限 任用期限 契約終了日 雇用満了日 任期末 "
     "contractenddate"},
    {FIELD_left_on, P, 2, HEADER_LAST_DAY, "任期"},
    {FIELD_left_on, P, 3, 0,
     "任用期間終了 任用期間終了日 任用期間満了日 任用期間至 任用期間末 任用終了 雇用期間終了日 "
     "雇用期間至 雇用終了 任期終了年月日 任期至 契約満了日 契約満了年月日 契約期間終了日 "
     "契約終了年月日 退職予定年月日 退職発令日 最終勤務日 最終出勤日 委嘱終了日 委嘱期間満了日 "
     "従事終了日 従事終了年月日 派遣終了日 配置終了日 委託終了日 任用期限満了日 lastworkingday "
     "lastdayofwork lastday lastdayworked "
     "termdate exitdate employmentend"},
    {FIELD_left_on, P, 3, 0, "再任用終了日 再任用終了年月日 再任用期間終了日 再任用満了日"},
    {FIELD_left_on, P, 4, 0,
     "最終在籍日 契約期間至 契約期間終了 contractend assignmentenddate offboardingdate "
     "dateoftermination terminatedat terminatedon effectiveterminationdate finalday "
     "finalworkingday departuredate leaverdate leftat dateofexit dateofresignation "
     "dateofseparation"},
    {FIELD_hired_on, P, 5, HEADER_FIRST_DAY, PERIODS_OF_WORK "任期"},
    {FIELD_left_on, P, 6, HEADER_LAST_DAY, PERIODS_OF_WORK},
    {FIELD_leave_from, P, 3, HEADER_FIRST_DAY, PERIODS_OF_LEAVE},
    {FIELD_leave_to, P, 4, HEADER_LAST_DAY, PERIODS_OF_LEAVE},
    {FIELD_created_on, A, 5, HEADER_FIRST_DAY, PERIODS_OF_USE},
    {FIELD_expires_on, A, 6, HEADER_LAST_DAY, PERIODS_OF_USE},
    {FIELD_leave_from, P, 1, 0,
     "休職開始日 休職開始年月日 休業開始日 休業開始年月日 育休開始日 育休開始年月日 "
     "育児休業開始日 休暇開始日 休暇開始年月日 産休開始日 産休開始年月日 休職日 休職期間開始 "
     "休職期間開始日 休職期間自 休業期間自 休職等開始日 休職始期 休職自 休業自 育休自 育休開始 "
     "休職開始 休業開始 leavefrom leavestart firstdayofleave leavestartdate leavestartedon "
     "absencestart "
     "absencestartdate"},
    {FIELD_leave_from, P, 2, 0,
     "休業期間開始 休業期間開始日 休業等開始日 休業等開始年月日 休職等開始年月日 "
     "長期休暇開始日 休務開始日 休職発令日 loastart leaveofabsencestart"},
    {FIELD_leave_to, P, 1, 0,
     "休職終了日 休職終了年月日 休業終了日 休業終了年月日 育休終了日 育休終了年月日 "
     "育児休業終了日 休暇終了日 休暇終了年月日 産休終了日 産休終了年月日 "
     "休職期間終了 休職期間終了日 休職期間至 休業期間至 休職等終了日 "
     "休職終期 休職至 休業至 育休至 育休終了 休職終了 休業終了 leaveto leaveend lastdayofleave "
     "leaveenddate "
     "absenceend absenceenddate"},
    {FIELD_leave_to, P, 2, 0,
     "休業期間終了 休業期間終了日 休業等終了日 休業等終了年月日 休職等終了年月日 "
     "長期休暇終了日 休職終了予定日 休業終了予定日 育休終了予定日 休職満了日 休業満了日 "
     "休務終了日 loaend leaveofabsenceend "
     ""},
    /* the day of return is the next day, and there may be one of a leave that is over */
    {FIELD_leave_to, P, 7, 0,
     "復職予定日 復職日 復職年月日 復帰予定日 復帰日 復帰予定年月日 復職予定年月日 復帰年月日 "
     "expectedreturndate returndate"},
    {FIELD_leave_kind, P, 1, 0,
     "休職種別 休職種類 休職事由 休職理由 休業種別 休業区分 休業事由 休業理由 休暇種別 休暇種類 "
     "休職休業区分 休職等区分 休職等種別 休職等事由 leavekind leavetype leavereason leavecategory "
     "absencetype absencereason typeofleave"},
    {FIELD_leave_kind, P, 5, 0, "休職区分 休職状況"},
    {FIELD_posted_on, P, 1, 0,
     "発令日 発令年月日 現所属発令日 現所属発令年月日 配属日 配属年月日 着任日 着任年月日 "
     "現所属年月日 現所属配属日 補職日 補職年月日 異動発令日 所属発令日 postedon postingdate "
     "transferdate assignmentdate positionstartdate"},
    {FIELD_posted_on, P, 2, 0,
     "現所属着任日 現所属着任年月日 現所属異動日 現配属日 現職発令日 現職発令年月日 "
     "現補職発令日 現任日 配置日 配置年月日 異動日 異動年月日 jobentrydate"},
    {FIELD_effective_on, P, 1, 0,
     "適用日 適用年月日 適用開始日 適用開始年月日 有効開始日 有効開始年月日 effectiveon "
     "effectivedate effectivefrom validfrom"},
    {FIELD_effective_on, P, 2, 0, "反映日 効力発生日 施行日"},
    {FIELD_email, P | A, 1, 0,
     "メールアドレス メール 電子メール 電子メールアドレス eメール eメールアドレス メアド "
     "職員メールアドレス 組織メールアドレス emailアドレス mailアドレス 庁内メールアドレス "
     "業務メールアドレス 業務用メールアドレス 公用メールアドレス 社用メールアドレス "
     "会社メールアドレス "
     "職場メールアドレス 仕事用メールアドレス 社用メール 会社メール 職場メール email mail "
     "emailaddress "
     "mailaddress "
     "primaryemailaddress workemail primarysmtpaddress emailaddresses"},
    {FIELD_email, P | A, 2, 0,
     "primaryemail smtpaddress useremail 連絡先メールアドレス 連絡先メール "
     "通知先メールアドレス ログインメールアドレス loginemail loginemailaddress "
     "職場用メールアドレス 庁内メール 業務メール companyemail businessemail emailaddressrequired "
     "workemailaddress businessemailaddress companyemailaddress internetaddress "
     "workmail officeemail corporateemail"},
    {FIELD_email, P | A, 3, 0,
     "proxyaddresses proxyaddress smtpaddresses othermails othermailaddresses emailaliases "
     "mailaliases aliasaddresses aliases worksecondaryemail secondaryemail secondaryemailaddress "
     "プロキシアドレス エイリアスアドレス メールエイリアス 別名アドレス 副メールアドレス "
     "その他のメールアドレス"},
    {FIELD_email, A, 3, 0,
     "visualstudiosubscriptionemail samlnameid githubcomsamlnameid "
     "githubcomverifieddomainemails"},
    {FIELD_login, P, 1, 0,
     "ログインid ログオンid ログイン名 ログオン名 ログインアカウント ユーザーid 利用者id "
     "アカウント アカウント名 アカウントid 庁内lanid lanid lanアカウント 庁内lanアカウント "
     "ネットワークid adアカウント ログイン login loginid loginname logonname userid "
     "samaccountname accountname"},
    {FIELD_login, P, 2, 0, "userprincipalname upn uid username ユーザー名"},
    {FIELD_login, P, 3, 0,
     "庁内lanユーザーid lanユーザーid 庁内ユーザーid 庁内アカウント 端末ログインid "
     "pcログインid adid ドメインアカウント ドメインユーザー名 グループウェアid 職員ポータルid "
     "networkid adaccount windowslogin"},

    /* --- an account --- */
    {FIELD_request_no, A, 1, 0,
     "申請番号 申請書番号 申請no 申請id 依頼番号 依頼no 依頼書番号 受付番号 受付no チケット番号 "
     "チケットid 決裁番号 稟議番号 requestno requestnumber requestid ticket ticketno ticketnumber "
     "ticketid changerequest"},
    {FIELD_role, A, 1, 0,
     "権限 ロール 権限名 権限名称 権限グループ 権限グループ名 権限レベル アクセス権限 "
     "アクセス権 操作権限 利用権限 使用権限 業務権限 付与権限 ユーザー権限 利用者権限 ロール名 "
     "ロール名称 役割 役割名 所属グループ 権限パターン 処理権限 メニュー権限 "
     "管理者の役割 権限ロール 権限ロール名 siterole teamrole organizationrole workspacerole "
     "projectrole "
     "systemrole directoryrole directoryroles role roles rolename userrole orgrole assignedrole "
     "adminrole adminroles "
     "grantedrole agrname accesslevel authority accessright accessrights"},
    {FIELD_role, A, 2, 0,
     "permissionprofile permissionprofiles permission permissions privilege privileges entitlement "
     "entitlements 割り当てられた役割 "
     "利用権限タイプ"},
    {FIELD_role, A, 3, 0,
     "group groups groupname groupnames memberof usergroup usergroups profile profilename "
     "profileprofilename プロファイル名 プロファイルプロファイル名 "
     "securitygroup suppgroups "
     "privilegeset githubcommemberroles "
     "割当ロール 付与ロール ユーザーグループ 利用者グループ ユーザー権限グループ 権限設定 "
     "権限セット 権限セット名 アクセスレベル 操作レベル セキュリティロール "
     "セキュリティグループ プロファイル メニューグループ メニューパターン 業務グループ "
     "グループ グループ名 権限区分 権限種別 利用者区分 ユーザー区分 permissionset "
     "permissionsets securityrole securityroles assignedroles securitygroups authorization "
     "responsibility responsibilities groupmembership groupmemberships accessprofile "
     "securityprofile"},
    {FIELD_role, A, 4, 0,
     "権限コード 権限cd 権限id 権限no ロールid ロールコード グループid グループコード "
     "userrolename githubcomenterpriseroles"},
    {FIELD_role, R, 1, 0,
     "権限 ロール 権限名 ロール名 権限名称 グループ 役割 対象権限 role rolename permission"},
    {FIELD_role, R, 2, 0, "権限区分 権限グループ 権限種別 グループ名"},
    {FIELD_kind, A, 1, 0,
     "種別 アカウント種別 アカウント区分 アカウント種類 アカウントの種類 id種別 id区分 "
     "ユーザー種別 ユーザー種類 利用者種別 利用種別 個人共用区分 個人共用 共用個人区分 "
     "kind accounttype accountkind usertype useridtype accountcategory"},
    {FIELD_kind, A, 1, HEADER_FLAG, "共用区分 共有区分"},
    {FIELD_kind, A, 1, HEADER_ACCOUNT_BITS, "ustyp"},
    {FIELD_kind, A, 2, HEADER_FLAG | HEADER_STATE | HEADER_SERVICE,
     "isbot bot botflag isbotuser isservice isserviceaccount isserviceuser serviceaccount "
     "isapp isappuser isrobot isapi isapiuser apionly apionlyuser webserviceaccessonly "
     "internalintegrationuser integrationuser issystem issystemaccount oraclemaintained ボット "
     "ボットフラグ サービスアカウント サービスアカウントフラグ システムアカウント "
     "システムアカウントフラグ api専用"},
    {FIELD_kind, A, 2, HEADER_FLAG | HEADER_STATE | HEADER_EXTERNAL,
     "isguest guest guestuser isguestuser external isexternal isexternaluser externaluser ゲスト "
     "ゲストフラグ ゲストユーザー 外部ユーザー 外部利用者 外部ユーザーフラグ"},
    {FIELD_kind, A, 2, HEADER_FLAG,
     "共用フラグ 共有フラグ 共用 共有 共用id 共用idフラグ 共用id区分 共用アカウント 共有アカウント "
     "shared isshared sharedaccount"},
    {FIELD_kind, A, 2, 0,
     "type アカウントタイプ ユーザータイプ 利用者タイプ idタイプ ユーザーの種類 利用者の種類"},
    {FIELD_kind, A, 3, 0, "区分 種類"},
    {FIELD_privileged, A, 1, 0,
     "特権 特権フラグ 特権区分 特権id 特権有無 特権の有無 管理者 管理者フラグ 管理者区分 "
     "管理者権限 管理者権限有無 管理権限 システム管理者 システム管理者フラグ システム管理者権限 "
     "privileged isprivileged admin isadmin administrator isadministrator superuser issuperuser "
     "privilegedaccount siteadmin 特権ユーザー admincount sudo rolsuper superpriv issysadmin "
     "issuperadmin isglobaladmin tenantadmin istenantadmin テナント管理者"},
    {FIELD_privileged, A, 2, 0,
     "特権アカウント 特権idフラグ 特権id区分 特権ユーザーフラグ 特権ユーザー区分 特権権限 特権付与 "
     "特権付与有無 管理者権限の有無 管理者権限フラグ システム管理者区分 管理者id adminflag "
     "adminflg 管理者flg 特権管理者 全権管理者 スーパーユーザー superadmin superadministrator "
     "orgadmin "
     "isorgadmin sysadmin isdelegatedadmin"},
    {FIELD_owner, A, 1, 0,
     "責任者職員番号 管理責任者職員番号 管理者職員番号 責任者番号 管理者番号 管理責任者番号 "
     "責任者コード 所有者番号 共用id責任者職員番号 共用id管理者職員番号 "
     "共用id管理責任者職員番号 共用責任者職員番号 id責任者職員番号 id管理者職員番号 "
     "id管理責任者職員番号 管理担当者職員番号 利用責任者職員番号 owner ownerid accountowner "
     "owneremployeeid responsible responsibleperson owneremployeenumber owneremployeeno"},
    {FIELD_owner, A, 2, 0,
     "管理責任者 責任者 所有者 オーナー 共用責任者 共有責任者 共用id責任者 id責任者 id管理者 "
     "id管理責任者 managedby custodian"},
    {FIELD_owner, A, 3, 0, "共用id管理者 共用id管理責任者 管理担当者 利用責任者 パスワード管理者"},
    {FIELD_members, A, 1, 0,
     "利用者一覧 利用職員 利用職員番号 使用者一覧 共用者 共用者一覧 共有者 共有者一覧 "
     "利用者職員番号一覧 メンバー メンバー一覧 利用メンバー 構成員 使用者番号一覧 members "
     "memberids users sharedwith"},
    {FIELD_members, A, 2, 0,
     "利用者リスト 利用職員一覧 使用職員 使用職員一覧 共用利用者 共用利用者職員番号 共用者職員番号 "
     "共用メンバー 共同利用者 利用する職員 使用する職員"},
    {FIELD_created_on, A, 1, 0,
     "登録日 登録年月日 登録日時 作成日 作成年月日 作成日時 付与日 付与年月日 発行日 "
     "発行年月日 アカウント作成日 アカウント作成日時 アカウント登録日 id登録日 id発行日 "
     "ユーザー登録日 利用登録日 createdon createdat created creationdate creationtime "
     "createdate createddate createddatetime createdtime createtimestamp whencreated "
     "usercreationtime syscreatedon erdat registeredon registrationdate datecreated accountcreated "
     "addedtoorg "
     "joined dateadded addedon"},
    {FIELD_created_on, A, 2, 0,
     "新規登録日 新規作成日 初回登録日 初期登録日 id作成日 id付与日 登録日付 作成日付 交付日 "
     "交付年月日 開設日 createtime activationdate "
     "発行日時 付与日時 交付日時 追加日 追加日時 参加日 参加日時 datejoined membersince "
     "signupdate"},
    {FIELD_created_on, A, 3, 0,
     "gltgv 有効期限自 有効期限開始 有効期限開始日 有効期間開始 有効期間開始日 有効期間自 "
     "適用開始日 適用開始年月日 利用期間開始日 "
     "利用期間自 利用開始日 利用開始年月日 使用開始日 使用開始年月日 開始日 開始年月日 "
     "有効開始日 有効開始年月日"},
    {FIELD_last_login_on, A, 1, 0,
     "最終ログイン日 最終ログイン 最終ログイン日時 最終ログイン年月日 最終ログオン "
     "最終ログオン日 最終ログオン日時 最終ログオン年月日 "
     "最終アクセス日 最終アクセス日時 最終アクセス "
     "最終サインイン 最終サインイン日 最終サインイン日時 最終接続日 最終接続日時 最終認証日 "
     "最終認証日時 前回ログイン日 前回ログイン日時 前回ログイン 直近ログイン日 直近ログイン日時 "
     "lastloginon lastlogin lastlogindate lastlogintime lastloginat lastlogondate "
     "lastlogontime lastsignin lastsignindate lastsignintime lastsuccessfulsignin "
     "lastsuccessfullogin lastsigninat trdat authtimestamp "
     "krblastsuccessfulauth"},
    /* Microsoft Graph: whatever the kind of sign-in, the newest */
    {FIELD_last_login_on, A, 1, HEADER_NEWEST,
     "lastsignindatetime lastsuccessfulsignindatetime lastnoninteractivesignindatetime "
     "lastinteractivesignindatetime signinactivitylastsignindatetime "
     "signinactivitylastsuccessfulsignindatetime "
     "signinactivitylastnoninteractivesignindatetime "
     "signinactivitylastinteractivesignindatetime"},
    {FIELD_last_login_on, A, 3, 0,
     "最終利用日 最終利用日時 最終利用年月日 最終使用日 最終使用日時 最終使用年月日"},
    {FIELD_last_login_on, A, 2, HEADER_TICKS | HEADER_NEWEST, "lastlogon lastlogontimestamp"},
    {FIELD_last_login_on, A, 2, 0,
     "pwdlastsuccess lastactive lastactivity lastactivitydate lastaccess lastaccessed "
     "lastaccessdate lastused lastuseddate lastusedon lastseen lastseenat lastappaccess"},
    {FIELD_last_login_on, A, 3, 0,
     "最後にログインした日 最後にログインした日時 最後に利用した日 最終ログイン時刻 "
     "最終ログイン日付 最終ログオン時刻 最終アクセス時刻 最終アクセス年月日 "
     "最終利用時刻 最終操作日 最終操作日時 最終操作年月日 最終利用 最終使用 最後のログイン "
     "最新ログイン日 最新ログイン日時 最新利用日 直近利用日 直近利用日時 前回利用日 "
     "前回利用日時 前回ログオン日 前回ログオン日時 前回のログイン 前回のログイン日時 "
     "前回のサインイン 最後のログインの日付 最後のログイン日 最後のログイン日時 lastloggedin "
     "lastinteractivesignin"},
    {FIELD_last_login_on, A, 3, 0,
     "最後のサインイン 直近ログイン 最終アクティビティ 最終アクティビティ日 最終アクティビティ日時 "
     "最終活動日 最終活動日時 lastauthentication lastauthenticated latestlogin mostrecentlogin "
     "lastconnection lastconnected lastloggedinon lastloggedinat lastactiveon lastactiveat "
     "lastsession datelastactive datelastlogin lastsignon lastsignedin lastsignedinat lastauth "
     "recentlogin 最近のログイン ラストログイン 最終ログイン時間 最後のアクティビティ "
     "最終アクティブ日 "
     "最終アクティブ日時 最終login"},
    {FIELD_last_login_on, A, 5, 0, "ログイン日 ログイン日時 logindate logintime"},
    {FIELD_last_login_on, A, 4, HEADER_NEWEST,
     "passwordlastused accesskey1lastuseddate accesskey2lastuseddate lastseenin* "
     "*lastactivitydate"},
    {FIELD_password_changed_on, A, 1, 0,
     "パスワード変更日 パスワード変更日時 パスワード変更年月日 パスワード更新日 "
     "パスワード更新日時 パスワード更新年月日 パスワード設定日 パスワード設定日時 "
     "最終パスワード変更日 最終パスワード変更日時 パスワード最終変更日 パスワード最終変更日時 "
     "パスワード最終更新日 パスワード最終更新日時 pw変更日 pw変更日時 pw更新日 "
     "passwordchangedon passwordchanged passwordchangedat passwordlastchanged passwordlastset "
     "lastpasswordchange lastpasswordchangedate lastpasswordchangedatetime lastpasswordchanged "
     "lastpasswordchangetimestamp lastpasswordchangedat pwdchgdate pwdchange "
     "passwordchangedate pwdchangedtime krblastpwdchange"},
    {FIELD_password_changed_on, A, 2, HEADER_TICKS, "pwdlastset"},
    {FIELD_password_changed_on, A, 2, 0, "shadowlastchange bcda1"},
    {FIELD_password_changed_on, A, 3, 0,
     "パスワード最終変更年月日 パスワード最終更新年月日 パスワード変更日付 パスワード変更 "
     "前回パスワード変更日 前回パスワード変更日時 パスワード登録日 pw最終変更日 pw更新日時 "
     "最終pw変更日 pwd変更日 pwd更新日 暗証番号変更日 passwordchangeddate "
     "lastpasswordchangeddate passwordupdatedat passwordupdatedon パスワード最終設定日 "
     "パスワード最終設定日時 パスワード最終変更 passwordupdated passwordsetdate "
     "passwordmodified lastpasswordset"},
    {FIELD_expires_on, A, 1, 0,
     "有効期限 有効期限日 有効期間終了日 有効終了日 有効終了年月日 利用期限 利用期限日 "
     "利用終了日 利用終了年月日 使用期限 使用終了日 使用終了年月日 失効日 失効年月日 期限 "
     "終了日 終了年月日 アカウント有効期限 アカウント期限 id有効期限 満了日 expireson expires "
     "expiry expirydate expirationdate expiredate expiration validuntil validto "
     "accountexpirationdate accountexpirydate accountexpiry gltgb"},
    {FIELD_expires_on, A, 1, HEADER_TICKS, "expirationtimestamp accountexpires"},
    {FIELD_expires_on, A, 2, 0,
     "shadowexpire krbprincipalexpiration アカウントの有効期限 アカウント有効期限日"},
    {FIELD_expires_on, A, 2, 0,
     "有効期限至 有効期限終了 有効期限終了日 有効期間終了 有効期間至 有効期間満了日 有効期限年月日 "
     "有効満了日 利用期限年月日 "
     "利用期間終了日 利用期間至 利用可能期限 利用満了日 適用終了日 適用終了年月日 "
     "アカウント失効日 id失効日 accountexpiration enddate 失効予定日 利用終了予定日 "
     "利用可能期間終了"},
    {FIELD_expires_on, A, 3, HEADER_EARLIEST,
     "停止日 停止年月日 利用停止日 利用停止年月日 使用停止日 無効化日 廃止日 廃止年月日 削除日 "
     "削除年月日 抹消日 抹消年月日"},
    {FIELD_mfa, A, 1, 0,
     "多要素認証 二要素認証 2要素認証 二段階認証 2段階認証 多要素認証有無 二要素認証有無 "
     "多要素認証状態 多要素認証設定 多要素 mfa mfaenabled mfaactive mfastatus mfastate "
     "ismfaenabled ismfaregistered mfaregistered mfacapable ismfacapable twofactor "
     "totpenabled istotpenabled twofactorauth twofactorenabled twofactorauthentication 2fa "
     "2faenabled has2fa 2svenrolled "
     "isenrolledin2sv githubcomtwofactorauth multifactorauthentication strongauthentication"},
    {FIELD_mfa, A, 2, 0,
     "twostepverification 2stepverification twostepauthentication twostepenabled "
     "twofactorstatus 2段階認証プロセス 二段階認証プロセス 2svenforced mfaenforced "
     "多要素認証の有無 多要素認証登録 多要素認証状況 "
     "多要素認証登録状況 二要素認証登録 二要素認証状態 二要素認証設定 二段階認証設定 mfa設定 "
     "mfa状態 mfa登録 mfa登録状況 mfa有無 mfaステータス multifactor "
     "tfa tfaenabled 2fastatus mfa有効 mfa登録済み mfaenrolled ismfaenrolled is2svenrolled "
     "otpenabled "
     "strongauthenticationenabled perusermfastate authenticatorregistered "
     "twostepverificationenabled 多要素認証有効 多要素認証登録済み 2段階認証状況 2段階認証設定 "
     "2段階認証有効 2段階認証登録 2段階認証の利用 2段階認証プロセスに登録 "
     "2段階認証プロセスへの登録 "
     "二段階認証状況 二段階認証有効 二段階認証登録 2要素認証状況 2要素認証設定 2要素認証設定状況 "
     "二要素認証状況"},
    {FIELD_mfa, A, 3, 0, "生体認証 顔認証 icカード認証"},

    /* --- licenses and devices --- */
    {FIELD_product, S, 1, 0,
     "製品 製品名 製品名称 製品コード 商品 商品名 ライセンス ライセンス名 ライセンス名称 "
     "ライセンス種別 ライセンス種類 ライセンス区分 ライセンスタイプ ライセンスの種類 "
     "保有ライセンス "
     "割り当て済みライセンス 割当ライセンス 割り当てられた製品 割当製品 ソフトウェア "
     "ソフトウェア名 ソフト名 プラン プラン名 契約プラン サブスクリプション エディション product "
     "products productname productnames productid producttitle assignedproducts assignedproduct "
     "license licenses licence licences licensename licensenames licensetype licensetypes "
     "割り当てライセンス seattype assignedlicenses assignedlicense licenseassigned subscription "
     "subscriptions "
     "subscriptionname plan planname sku skuid skuname skupartnumber skus software softwarename "
     "edition teamproducts productconfigurations entitlement"},
    {FIELD_product, S, 2, 0, "servicecode サービスコード サービス サービス名 利用サービス"},
    {FIELD_product, S, 3, 0, "siterole applicationname"},
    {FIELD_lent_on, D, 1, 0,
     "貸与日 貸与年月日 貸出日 貸出年月日 配備日 配備年月日 配布日 配付日 交付日 貸与開始日 "
     "利用開始日 使用開始日 引渡日付 lenton lentdate loandate loanedon issuedon issuedate "
     "checkoutdate assignedon assigneddate"},
    {FIELD_lent_on, D, 3, 0, "enrollmentdate enrolleddate enrolledon 登録日 登録年月日"},
    {FIELD_assigned_on, S, 1, 0,
     "割当日 割当年月日 割り当て日 割当日時 割付日 付与日 付与年月日 配布日 配布年月日 配付日 "
     "貸与日 貸与年月日 交付日 導入日 インストール日 assignedon assigned assignedat "
     "assigneddate assignmentdate assigneddatetime dateassigned allocatedon "
     "licenseassigneddate startdate"},
    {FIELD_assigned_on, S, 2, 0,
     "作成日 作成年月日 発行日 createdon createddate createdat created lastactivateddate "
     "activationdate installdate 利用開始日 利用開始年月日 使用開始日 使用開始年月日 開始日 "
     "登録日 登録年月日"},
    {FIELD_assigned_on, S, 3, 0,
     "ライセンス割当日 ライセンス付与日 割当開始日 割当開始年月日 付与日時 割当て日 "
     "割り当て年月日"},
    {FIELD_assigned_on, S, 3, 0,
     "dateadded addedon addeddate joined joinedon joineddate datejoined assigneddateiso8601"},
    {FIELD_assigned_on, S, 4, HEADER_NEWEST, "*licenseassigndate"},
    {FIELD_last_used_on, S, 1, 0,
     "最終利用日 最終利用日時 最終利用年月日 最終使用日 最終使用日時 最終使用年月日 "
     "最終ログイン日 最終ログイン日時 最終ログイン年月日 最終ログイン 最終ログオン日 "
     "最終ログオン日時 最終アクセス日 最終アクセス日時 最終アクセス 最終接続日 最終接続日時 "
     "最終起動日 最終起動日時 最終サインイン 最終サインイン日 最終サインイン日時 最終稼働日 "
     "最終実行日 最終活動日 最終アクティビティ日 直近利用日 lastusedon lastused lastuseddate "
     "lastusedat lastusage lastusagedate lastlogin lastlogindate lastloginon lastlogon "
     "lastlogondate lastactivity lastactivitydate lastactive lastaccess lastaccessed "
     "lastaccessdate lastsignin lastsignindate lastseen lastseenat dateoflastuse"},
    {FIELD_last_used_on, S, 2, 0,
     "最終アクティビティ 最終アクティビティ日時 最終接続年月日 最終起動年月日 最終アクセス年月日 "
     "最終実行日時 最終稼働日時 最終利用 最終使用 最新利用日 前回利用日"},
    {FIELD_last_used_on, S, 3, 0, "lastappaccess"},
    {FIELD_last_used_on, S, 4, HEADER_NEWEST, "lastseenin* *lastactivitydate"},
    {FIELD_reported_on, S, 1, 0,
     "報告日 報告年月日 調査日 調査年月日 集計日 集計年月日 利用報告日 利用状況報告日 "
     "使用報告日 報告基準日 基準日 確認日 回答日 取得日 reportedon reportdate reported "
     "reportrefreshdate reportedat surveydate"},
    {FIELD_reported_on, S, 2, 0,
     "最終報告日 報告日時 実績報告日 利用実績報告日 利用報告年月日 利用状況報告年月日 "
     "利用状況調査日 使用状況報告日"},
    {FIELD_returned_on, D, 1, 0,
     "返却日 返却年月日 返却日時 返納日 返納年月日 回収日 回収年月日 引渡日 返還日 返還年月日 "
     "returnedon returned returndate returneddate datereturned collectedon"},
    {FIELD_returned_on, D, 2, 0, "廃棄日 廃棄年月日 除却日 除却年月日 disposedon"},
    {FIELD_returned_on, D, 3, 0,
     "端末返却日 機器返却日 checkindate 返却日付 返却確認日 返却確認年月日"},

    /* --- departments and policy --- */
    {FIELD_code, T, 1, 0,
     "code コード 所属コード 部署コード 課コード 組織コード 部門コード 所属cd 部署cd 課cd "
     "組織cd departmentcode deptcode orgcode"},
    {FIELD_name, T, 1, 0,
     "name 名称 所属名 所属名称 部署名 部署名称 課名 組織名 組織名称 部門名 所属 部署 組織 "
     "department departmentname"},
    {FIELD_valid_from, T, 1, 0,
     "validfrom 有効期間開始 有効期間開始日 有効期間自 適用年月日自 適用日自 適用日 新設年月日 "
     "有効開始日 有効開始年月日 適用開始日 適用開始年月日 開始日 開始年月日 設置日 "
     "設置年月日 施行日 新設日 from startdate"},
    {FIELD_valid_to, T, 1, 0,
     "validto 有効期間終了 有効期間終了日 有効期間至 適用年月日至 適用日至 有効終了日 "
     "有効終了年月日 適用終了日 適用終了年月日 終了日 終了年月日 廃止日 "
     "廃止年月日 to validuntil enddate"},
    {FIELD_successor, T, 1, 0,
     "successor successors successorcode 継承先 継承所属 変更後所属 変更後所属コード 統合先コード "
     "統合先所属コード 移管先コード 後継課コード 後継 後継所属 後継所属コード 後継部署 "
     "後継部署コード 後継コード "
     "後継課 後継組織 承継 承継先 承継所属 引継先 移管先 統合先 改組先 改組後 改称後 新所属 "
     "新所属コード 新部署 変更後 後身"},
    {FIELD_system, R | V | L | H | I | Q | G, 1, 0,
     "system システム システム名 システム名称 対象システム 業務システム systemname"},
    {FIELD_system_a, C, 1, 0,
     "systema システム甲 システムa システム1 システム名a システム名1 対象システムa 対象システム1 "
     "system1"},
    {FIELD_role_a, C, 1, 0, "rolea 権限甲 権限a 権限1 ロールa ロール1 権限名a 権限名1 role1"},
    {FIELD_system_b, C, 1, 0,
     "systemb システム乙 システムb システム2 システム名b システム名2 対象システムb 対象システム2 "
     "system2"},
    {FIELD_role_b, C, 1, 0, "roleb 権限乙 権限b 権限2 ロールb ロール2 権限名b 権限名2 role2"},
    {FIELD_reason, C | W | I, 1, 0,
     "reason 理由 事由 根拠 説明 理由等 免除理由 例外理由 例外許可の理由 例外承認の理由 承認理由 "
     "適用除外理由 禁止理由 "
     "禁止の理由"},
    {FIELD_reason, C | W | I, 2, 0, "備考 メモ note notes"},
    {FIELD_approved_by, V | W | Q, 1, 0,
     "approvedby 承認者 承認者名 承認者氏名 例外許可の承認者 例外承認者 決裁者 決裁者名 許可者 "
     "approver 承認"},
    {FIELD_approved_on, V, 1, 0,
     "approvedon 承認日 承認年月日 承認日時 決裁日 決裁年月日 許可日 許可年月日 approvaldate "
     "approvedat"},
    {FIELD_expires_on, V, 1, 0,
     "expireson 承認有効期限 有効期間終了日 有効終了日 有効期間至 有効期限 承認期限 期限 "
     "有効期限日 失効日 終了日 承認終了日 期限日 expires "
     "expirydate validuntil expirationdate"},
    {FIELD_note, L, 2, 0, "理由 根拠 reason"},
    {FIELD_note, L, 1, 0, "note notes 備考 メモ 注記 摘要 コメント comment remarks"},
    {FIELD_rule, W, 1, 0,
     "rule ルール 規則 規則名 検査規則 検査名 ルール名 検出規則 検出ルール 項目 検査項目 rulename"},
    {FIELD_target, W, 1, 0,
     "target 対象 対象名 対象システム システム システム名 対象システムライセンス targetname"},
    {FIELD_subject, W, 1, 0,
     "subject 対象者 対象id 対象のid 件 対象アカウント 利用者id ユーザーid アカウント 対象利用者 "
     "対象利用者id 識別子 主体 職員番号 userid"},
    {FIELD_valid_until, W, 1, 0,
     "validuntil 例外許可の期限 例外承認期限 例外期限 承認期限 有効期間終了日 有効終了日 有効期限 "
     "期限 有効期限日 期限日 免除期限 終了日 validto expireson until "
     "expires"},
    {FIELD_alternative, W, 1, 0,
     "alternative 代替策 代替措置 代替手段 代替統制 補完統制 補完措置 compensatingcontrol "
     "compensatingcontrols mitigation"},
    {FIELD_starts_on, V, 1, 0,
     "startson 開始日 有効開始日 利用開始日 承認開始日 有効期間開始日 有効期間自 開始年月日 "
     "利用開始年月日 validfrom startdate from"},
    {FIELD_function, V, 1, 0,
     "function 用途 目的 利用目的 使用目的 機能 業務 作業内容 職務 権限の内容 purpose scope"},
    {FIELD_user_id, H, 1, 0,
     "共用id 共有id 共用アカウント 共有アカウント 共用ユーザーid 共有ユーザーid 共用利用者id "
     "sharedid "
     "sharedaccount"},
    {FIELD_owner, H, 1, 0,
     "owner 所有者 管理責任者 責任者 管理者 管理責任者職員番号 責任者職員番号 管理者職員番号 "
     "所有者職員番号 管理担当者 responsible ownerid"},
    {FIELD_members, H, 1, 0,
     "members 利用者 使用者 利用職員 使用職員 共用者 共有者 利用者一覧 使用者一覧 利用者職員番号 "
     "使用者職員番号 利用職員番号 メンバー 構成員 member users sharedby"},
    {FIELD_purpose, H | G | N, 1, 0,
     "purpose 用途 目的 利用目的 使用目的 利用用途 システムの目的 業務内容 概要 usage"},
    {FIELD_password_changed_on, H, 1, 0,
     "passwordchangedon パスワード変更日 パスワード最終変更日 パスワード変更年月日 "
     "パスワード更新日 最終パスワード変更日 パスワード設定日 最終変更日 変更日 passwordlastset "
     "passwordlastchanged pwdlastset passwordchanged"},
    {FIELD_shared_password_days, H, 1, 0,
     "sharedpassworddays パスワード変更周期 パスワード変更間隔 パスワード変更日数 "
     "パスワード変更周期日 変更周期 変更間隔 変更周期日 変更日数 パスワード有効日数 "
     "パスワード有効期間 passwordmaxagedays passworddays"},
    {FIELD_date, I, 1, 0,
     "date 日付 発生日 発生年月日 発覚日 判明日 事故日 漏えい日 漏洩日 インシデント発生日 年月日 "
     "incidentdate occurredon happenedon"},
    {FIELD_reason, I, 3, 0, "内容 概要 事案 事故内容 インシデント incident description"},
    {FIELD_action, Q, 1, 0,
     "action 区分 申請区分 処理区分 申請種別 種別 申請内容 処理 異動区分 操作 type requesttype "
     "operation"},
    {FIELD_request_no, Q, 1, 0,
     "requestno 申請番号 申請書番号 受付番号 依頼番号 整理番号 文書番号 番号 起案番号 "
     "requestnumber requestid ticket ticketno ticketnumber"},
    {FIELD_decided_on, Q, 1, 0,
     "decidedon 決裁日 決定日 承認日 決裁年月日 承認年月日 決定年月日 許可日 処理日 受付日 申請日 "
     "approvedon decisiondate approvaldate"},
    {FIELD_owner, G, 1, 0,
     "owner 所管課 所管 所管部署 所管所属 主管課 主管部署 担当課 担当部署 管理課 所有課 所属 "
     "ownerdepartment owningdepartment"},
    {FIELD_owner, N, 1, 0,
     "owner 所管課 所管 所管部署 所管所属 主管課 主管部署 担当課 担当部署 管理課 所有課 所属 "
     "ownerdepartment owningdepartment"},
    {FIELD_manager, G, 1, 0,
     "manager 責任者 管理責任者 システム責任者 システム管理者 運用責任者 管理者 systemmanager"},
    {FIELD_contract_owner, G, 1, 0,
     "contractowner 契約課 契約所管課 契約担当課 契約所管 契約主管課 契約部署"},
    {FIELD_contract_no, G | N, 1, 0,
     "contractno 契約番号 契約書番号 契約no 契約管理番号 contractnumber contractid contract"},
    {FIELD_source, G | N, 1, 0,
     "source ファイル ファイル名 一覧 一覧ファイル 利用者一覧 データ データファイル 提出ファイル "
     "入力 入力ファイル パス file filename path list"},
    {FIELD_exported_on, G, 1, 0,
     "exportedon 抽出日 出力日 作成日 抽出年月日 出力年月日 基準日 取得日 データ抽出日 exportdate"},
    {FIELD_exported_by, G, 1, 0,
     "exportedby 抽出者 出力者 作成者 提出者 抽出担当者 出力担当者 提出担当者"},
    {FIELD_declared_rows, G, 1, 0,
     "declaredrows 件数 申告件数 登録件数 登録者数 利用者数 id数 登録id数 アカウント数 行数 "
     "提出件数 "
     "rows count declared"},
    {FIELD_ended_on, G, 1, 0,
     "endedon 廃止日 廃止年月日 終了日 終了年月日 運用終了日 利用終了日 稼働終了日 停止日 "
     "retiredon enddate"},
    {FIELD_license, N, 1, 0,
     "license ライセンス ライセンス名 ライセンス名称 名称 ソフトウェア ソフトウェア名 "
     "ソフトウェア名称 licence name licensename software"},
    {FIELD_product, N, 1, 0, "product 製品 製品名 製品名称 プロダクト 商品名 productname sku"},
    {FIELD_quantity, N, 1, 0,
     "quantity 数量 購入数 保有数 契約数 ライセンス数 契約数量 購入数量 保有数量 本数 seats qty "
     "purchased"},
    {FIELD_unit_cost, N, 1, 0,
     "unitcost 単価 年額単価 年間単価 単価年額 年額 契約単価 金額 unitprice price cost"},
    {FIELD_contract_from, N, 1, 0,
     "contractfrom 契約開始日 契約期間自 契約開始 契約始期 開始日 契約開始年月日 contractstart "
     "startdate"},
    {FIELD_contract_to, N, 1, 0,
     "contractto 契約終了日 契約満了日 契約期間至 契約終了 契約終期 終了日 満了日 契約期限 "
     "契約終了年月日 contractend enddate"},
};

const size_t synonyms_count = sizeof synonyms / sizeof synonyms[0];
