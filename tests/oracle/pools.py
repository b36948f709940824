"""What cities are made of: headers, names, words, numbers. Pools are small, so that values meet."""
import datetime

HEADERS = {
    'person_id': ['職員番号', '社員番号', '従業員番号', 'employee_id', 'employeeNumber', '職員 番号', 'ＥＭＰＬＯＹＥＥ＿ＩＤ'],
    'user_id': ['利用者ID', 'ユーザーID', 'ログインID', 'user id', 'sAMAccountName', '利用者ＩＤ'],
    'device_id': ['資産番号', 'device_id'],
    'name': ['氏名', 'name', '氏 名'],
    'family_name': ['姓'], 'given_name': ['名'], 'family_kana': ['セイ'], 'given_kana': ['メイ'],
    'former_name': ['旧姓', 'former_name'],
    'kana': ['フリガナ', 'kana', 'ﾌﾘｶﾞﾅ'],
    'department_code': ['所属コード', 'department_code', '所属ｺｰﾄﾞ'],
    'department': ['所属', 'department', '所属名'],
    'job_type': ['職種', 'job_type'],
    'position': ['役職', 'position'],
    'employment': ['雇用形態', 'employment'],
    'status': ['状態', 'status'],
    'hired_on': ['採用日', 'hired_on'],
    'left_on': ['退職日', 'left_on', '退職年月日'],
    'leave_from': ['休職開始日', 'leave_from'],
    'leave_to': ['休職終了日', 'leave_to'],
    'posted_on': ['発令日', 'posted_on'],
    'effective_on': ['適用日', 'effective_on'],
    'email': ['メールアドレス', 'email', 'E-Mail'],
    'login': ['login'],
    'role': ['権限', 'role'],
    'kind': ['種別', 'kind'],
    'privileged': ['特権', 'privileged'],
    'owner': ['管理責任者', 'owner'],
    'members': ['members'],
    'created_on': ['登録日', 'created_on'],
    'last_login_on': ['最終ログイン日', 'last_login_on', '最終ログイン'],
    'password_changed_on': ['パスワード変更日', 'password_changed_on'],
    'expires_on': ['有効期限', 'expires_on'],
    'mfa': ['多要素認証', 'mfa'],
    'assigned_on': ['割当日', 'assigned_on'],
    'last_used_on': ['最終利用日', 'last_used_on'],
    'reported_on': ['報告日', 'reported_on'],
    'returned_on': ['返却日', 'returned_on'],
}
FAMILIES = [('山田', 'ヤマダ'), ('高橋', 'タカハシ'), ('髙橋', 'タカハシ'), ('崎山', 'サキヤマ'), ('﨑山', 'サキヤマ'), ('渡辺', 'ワタナベ'),
            ('渡邊', 'ワタナベ'), ('渡部', 'ワタナベ'), ('斎藤', 'サイトウ'), ('齋藤', 'サイトウ'), ('斉藤', 'サイトウ'), ('浜田', 'ハマダ'),
            ('濵田', 'ハマダ'), ('沢田', 'サワダ'), ('澤田', 'サワダ')]
GIVENS = [('太郎', 'タロウ'), ('花子', 'ハナコ'), ('恵', 'メグミ'), ('惠', 'メグミ'), ('翔', 'ショウ'), ('涼', 'リョウ')]
LATIN = ['Ann Lee', 'Lee Ann', 'JOHN SMITH', 'smith john']
DEPARTMENTS = [('1010', '税務課'), ('1020', '福祉課'), ('1030', '情報政策課'), ('0104', '市民課'), ('1050', '総務課'), ('A60', '図書館')]
JOBS = ['事務', '技術', '保育士', '看護師']
POSITIONS = ['課長', '主任', '主事']
EMPLOYMENTS = ['正規', '再任用', '会計年度']
ROLES = ['管理者', '参照', '更新', '承認', 'ADMIN']
NONE_DATES = ['', '', '-', '9999-12-31', '0000-00-00']
RULES = ('orphan-account ambiguous-owner leaver-account leaver-login leave-account name-mismatch department-mismatch '
         'job-type-mismatch not-eligible duplicate-account dormant-account never-used-account missing-account '
         'disabled-retained leaving-soon role-unknown role-not-allowed role-conflict privileged-unapproved '
         'privileged-approval-expired privileged-shared shared-no-owner shared-password-stale '
         'shared-password-after-move initial-password mfa-missing password-after-incident role-outlier list-incomplete '
         'system-unregistered license-unregistered license-leaver license-unknown-holder '
         'license-disabled-account license-never-used license-idle license-usage-unknown license-duplicate '
         'license-over-assigned license-surplus license-expired license-renewal system-no-list system-stale-list '
         'system-owner-unknown system-retired roster-stale device-not-returned').split()
THRESHOLDS = {'dormant_days': 90, 'never_used_days': 30, 'retain_days': 30, 'leaving_soon_days': 30,
              'shared_password_days': 90, 'initial_password_days': 30, 'license_grace_days': 30, 'idle_days': 90,
              'report_days': 183, 'renewal_days': 90, 'max_age_days': 31}
WIDE = {ord(a): ord(a) + 0xFEE0 for a in '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-@.'}
HALF_KANA = dict(zip('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン',
                     'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ'))
HALF_KANA.update({'ダ': 'ﾀﾞ', 'ベ': 'ﾍﾞ', 'ョ': 'ｮ'})
ERAS = [('令和', '令', 'R', datetime.date(2019, 5, 1)), ('平成', '平', 'H', datetime.date(1989, 1, 8)),
        ('昭和', '昭', 'S', datetime.date(1926, 12, 25))]
